import type {Refreshed} from '../domain/article/refreshed.ts';
import {toProblem} from '../domain/problem.ts';
import {isDue} from '../domain/publication/is-due.ts';
import {isFetchable, isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {Asked, Source} from '../domain/publication/source.ts';
import type {Services} from './context.ts';

export const OFFLINE = {
  message: 'Nothing was fetched: Inkwell is offline.',
  advice: 'Leave out --offline, or unset the setting with "inkwell config unset offline".',
} as const;

export type Selection = Readonly<{
  /** Sources that are to be fetched; folders alone while offline. */
  sources: readonly Source[];
  /** Sources left out because Inkwell is offline. */
  skipped: number;
}>;

/** Selects the sources of a refresh: those due, all followed ones, or some publications, due or not. */
export function sourcesToRefresh(
  which: 'due' | 'all' | readonly string[],
  {library, options, now}: Pick<Services, 'library' | 'options' | 'now'>,
  interval: number = options.refresh.interval,
  within?: readonly string[],
): Selection {
  const named = typeof which === 'string' ? within : which;
  const all = named === undefined ? library.sources() : named.flatMap(id => library.source(id) ?? []);
  const wanted =
    which === 'due'
      ? all.filter(source => isDue(source, interval, now()) || waitsToMark(source, options))
      : all.filter(isFetchable);
  const sources = options.offline ? wanted.filter(source => !isOnTheWeb(source)) : wanted;
  return {sources, skipped: wanted.length - sources.length};
}

/** Marks are sent when they are made; after a failure with the next fetch. */
function waitsToMark({hasMarks = false, failures}: Source, {letters}: Services['options']): boolean {
  return hasMarks && letters.markSeen && failures === 0;
}

/** Sources whose older pages are asked for, too, though the newest may be unchanged. */
export function withOlder(sources: readonly Source[], pages: number | undefined): readonly Source[] {
  return pages === undefined ? sources : sources.map(source => ({...source, pages, validators: {}}));
}

/** Fetches sources into the library; their results in the order of the sources, when all have ended. */
export async function refresh(
  sources: readonly Source[],
  services: Pick<Services, 'ingest' | 'library' | 'options' | 'askPassword'>,
  onRefreshed: (refreshed: Refreshed) => void,
  signal: AbortSignal,
): Promise<readonly Refreshed[]> {
  if (sources.length === 0) return [];
  const results = new Map<string, Refreshed>();
  const come = (refreshed: Refreshed): void => {
    results.set(refreshed.source.publicationId, refreshed);
    onRefreshed(refreshed);
  };
  const opened = sources.some(({location}) => isImap(location))
    ? await withSecrets(sources, services, come)
    : sources;
  if (opened.length > 0) await (await services.ingest()).refresh(opened, come, signal);
  return sources.flatMap(({publicationId}) => results.get(publicationId) ?? []);
}

/** The sources with the passwords of their mailboxes; one that has none has failed. */
async function withSecrets(
  sources: readonly Source[],
  services: Pick<Services, 'library' | 'options' | 'askPassword'>,
  come: (refreshed: Refreshed) => void,
): Promise<readonly Source[]> {
  const {withSecret} = await import('./newsletters/mail-secret.ts');
  const {markSeen: marksSeen} = services.options.letters;
  const opened: (Source & Pick<Asked, 'marksSeen'>)[] = [];
  for (const source of sources)
    try {
      opened.push({...(await withSecret(source, services)), marksSeen});
    } catch (error) {
      const problem = toProblem(error, source.location);
      services.library.noteFailure(source.publicationId, problem);
      come({source, problem, added: 0, changed: 0, isUnchanged: false, milliseconds: 0});
    }
  return opened;
}

/** Ends a refresh: prunes and indexes, then fetches whole texts ahead. Returns how many texts are new. */
export async function afterRefresh(
  sources: readonly Source[],
  services: Services,
  signal: AbortSignal,
): Promise<number> {
  const {ingest, options, report} = services;
  const {retention} = options;
  try {
    await (await ingest()).maintain(retention > 0 ? {keepDays: retention} : {});
  } catch (error) {
    // The next refresh tries again.
    report.detail(toProblem(error).message);
  }
  if (options.refresh.ahead === 0 || options.offline || signal.aborted) return 0;
  const {fetchAhead} = await import('./fetch-ahead.ts');
  return await fetchAhead(sources, services, signal);
}

/** Followed sources that were never fetched; lists fetch them first. */
export function neverFetched({library, options}: Pick<Services, 'library' | 'options'>): readonly Source[] {
  const fresh = library
    .sources()
    .filter(source => isFetchable(source) && source.fetchedAt === undefined && source.failures === 0);
  return options.offline ? fresh.filter(source => !isOnTheWeb(source)) : fresh;
}
