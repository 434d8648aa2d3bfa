import type {Library} from '../ports/library.ts';
import {locationOf, settingsOf} from '../options/source-entries.ts';
import type {Problem} from '../domain/problem.ts';
import type {Context} from '../runtime/context.ts';
import {followable} from './followable.ts';
import {refreshSources} from './refresh-sources.ts';

/** The library, with the preferences' sources followed and everything fetched that never was; and what failed in that. */
export async function followConfigured(
  context: Context,
): Promise<{library: Library; problems: readonly Problem[]}> {
  const library = await context.ports.library();
  await followPreferences(library, context);
  const fresh = library
    .sources()
    .filter(({fetchedAt, failures}) => fetchedAt === undefined && failures === 0);
  const refreshed = context.options.offline ? [] : await refreshSources(fresh, context);
  return {library, problems: refreshed.flatMap(({problem}) => problem ?? [])};
}

/** What the preferences name is followed as if it had been added; their settings win over what `add` kept. */
export async function followPreferences(
  library: Library,
  {options}: Pick<Context, 'options'>,
): Promise<void> {
  if (options.sources.length === 0) return;
  const followed = new Map(library.sources().map(source => [source.location, source]));
  for (const entry of options.sources) {
    const settings = await settingsOf(entry);
    const source = followed.get(followable(locationOf(entry)));
    const isUpToDate =
      source &&
      JSON.stringify(source.settings) === JSON.stringify(settings) &&
      library.publication(source.publicationId)?.isListed;
    if (isUpToDate) continue;
    const folder = typeof entry === 'string' ? undefined : entry.folder;
    library.follow(followable(locationOf(entry)), {
      isListed: true,
      isConfigured: true,
      settings,
      ...(folder !== undefined && {folder}),
    });
  }
}
