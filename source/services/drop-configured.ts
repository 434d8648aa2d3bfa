import type {Library} from '../ports/library.ts';
import {locationOf, type SourceEntry} from '../options/source-entries.ts';
import {readPreferences} from '../options/preferences-file.ts';
import type {Paths} from '../options/paths.ts';
import {followable} from './followable.ts';

/**
 * A library whose `unfollow` also takes the source out of the preferences, where it would be followed again from at
 * the next start. `settled` waits until the file is written.
 */
export function withConfiguredSources(
  library: Library,
  paths: Pick<Paths, 'config' | 'preferences'>,
): {library: Library; settled: () => Promise<void>} {
  let writing = Promise.resolve();
  const unfollow = (publicationId: string): void => {
    const location = library.source(publicationId)?.location;
    library.unfollow(publicationId);
    if (location !== undefined) writing = writing.then(() => dropConfigured(location, paths));
  };
  return {library: {...library, unfollow}, settled: () => writing};
}

/** The file as it is now counts: another window may have written to it. */
async function dropConfigured(location: string, paths: Pick<Paths, 'config' | 'preferences'>): Promise<void> {
  const entries = (readPreferences(paths.preferences).values.get('sources') ?? []) as readonly SourceEntry[];
  const kept = entries.filter(entry => followable(locationOf(entry)) !== location);
  if (kept.length === entries.length) return;
  const {writePreference} = await import('../options/write-preferences.ts');
  writePreference(paths, 'sources', kept);
}
