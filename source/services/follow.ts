import {ProblemError} from '../domain/problem.ts';
import {isImap} from '../domain/publication/location.ts';
import type {Followed, NamedFeed, Source} from '../domain/publication/source.ts';
import type {PublicationRow} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import {locationOf, settingsOf, type SourceEntry} from '../options/source-entries.ts';
import {locate, settingsFor} from './locate.ts';
import {withSecret} from './newsletters/mail-secret.ts';
import type {Services} from './context.ts';

type Wish = Readonly<{
  name?: string | undefined;
  folder?: string | undefined;
  /** Follow it even when it can't be opened. */
  isForced?: boolean | undefined;
}>;

export type NewlyFollowed = Readonly<{
  row: PublicationRow;
  wasFollowed: boolean;
  /** Feeds of other subjects that its page names and that are not followed. */
  otherFeeds: readonly NamedFeed[];
}>;

/**
 * Follows the source that a person typed. It is opened once before, so that a mistyped address is not stored;
 * offline it is stored unopened.
 */
export async function follow(
  typed: string,
  {name, folder, isForced}: Wish,
  services: Services,
  signal: AbortSignal,
): Promise<NewlyFollowed> {
  const {library, writes, ingest, options, sync} = services;
  const location = locate(typed);
  const followed = library.sources();
  const before = followed.find(source => source.location === location);
  const settings = {
    ...before?.settings,
    ...(await settingsFor(location, options)),
    ...(name !== undefined && {name}),
  };
  const how = {isListed: true, settings, ...(folder !== undefined && {folder})};
  const store = (): Promise<Source> => writes.completed(() => library.follow(location, how), {kind: 'other'});
  const open = async (): Promise<Followed> => {
    const {location: _, ...secret} = await withSecret({location}, services);
    return await (await ingest()).follow(location, {...how, ...secret}, signal);
  };
  const {addTo} = isImap(location) ? {} : options.sync;
  const source: Followed =
    addTo !== undefined
      ? await wish(addTo)
      : options.offline
        ? await store()
        : await open().catch(async (error: unknown) => {
            if (!isForced || signal.aborted) throw error;
            return await store();
          });
  /** The server adds it in the next round, and fetches it. */
  async function wish(name: string): Promise<Source> {
    const {findAccount} = await import('./accounts/accounts.ts');
    const account = findAccount(options, name);
    const accounts = await sync();
    return await writes.completed(() => accounts.wish(account.name, location, how), {kind: 'other'});
  }
  const row = library.publication(source.publicationId);
  if (row) {
    const taken = new Set(library.sources().flatMap(one => [one.location, one.feedUrl ?? one.location]));
    return {
      row,
      wasFollowed: followed.some(({publicationId}) => publicationId === source.publicationId),
      otherFeeds: (source.otherFeeds ?? []).filter(({url}) => !taken.has(url)),
    };
  }
  throw new ProblemError({kind: 'missing', message: `${location} could not be stored.`, location});
}

/**
 * Stops following, also in the preferences: a source listed there would be followed again at the next start.
 * `onWritten` is called as soon as the library has it.
 */
export function unfollow(
  publicationId: string,
  {library, writes, preferences, report}: Services,
  onWritten: () => void,
): void {
  const location = library.source(publicationId)?.location;
  writes.add({
    work: () => library.unfollow(publicationId),
    pending: {kind: 'act'},
    onWritten() {
      onWritten();
      const entries = (preferences.read().get('sources') ?? []) as readonly SourceEntry[];
      const others = entries.filter(entry => locate(locationOf(entry)) !== location);
      if (others.length < entries.length)
        preferences.write('sources', others).catch((error: unknown) => {
          if (error instanceof ProblemError) report.problem(error.problem);
        });
    },
  });
}

/** Follows the preferences' sources as if they had been added; their settings replace those stored before. */
export async function followConfigured(
  library: Library,
  {sources}: Pick<Services['options'], 'sources'>,
): Promise<void> {
  if (sources.length === 0) return;
  const stored = new Map(library.sources().map(source => [source.location, source]));
  for (const entry of sources) {
    const location = locate(locationOf(entry));
    const settings = await settingsOf(entry);
    const source = stored.get(location);
    const isUpToDate =
      source &&
      JSON.stringify(source.settings) === JSON.stringify(settings) &&
      library.publication(source.publicationId)?.isListed;
    if (isUpToDate) continue;
    const folder = typeof entry === 'string' ? undefined : entry.folder;
    library.follow(location, {
      isListed: true,
      isConfigured: true,
      settings,
      ...(folder !== undefined && {folder}),
    });
  }
}

/** Opens sources for this run and returns their publications' ids; nothing is fetched yet. */
export async function openForThisRun(
  locations: readonly string[],
  {library, options}: Pick<Services, 'library' | 'options'>,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const typed of locations) {
    const location = locate(typed);
    const stored = library.sources().find(source => source.location === location);
    const settings = stored ? undefined : await settingsFor(location, options);
    const source = stored ?? library.follow(location, {isListed: false, ...(settings && {settings})});
    ids.push(source.publicationId);
  }
  return ids;
}
