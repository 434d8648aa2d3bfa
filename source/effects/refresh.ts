import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {openConfirmation} from '../domain/newsletter/signup-words.ts';
import {isImap, isOnTheWeb} from '../domain/publication/location.ts';
import type {AccountSettings} from '../domain/sync/account.ts';
import type {Source} from '../domain/publication/source.ts';
import {
  afterRefresh,
  OFFLINE,
  refresh as fetchSources,
  sourcesToRefresh,
  withOlder,
} from '../services/refresh.ts';
import {servicesOf, type EffectContext} from './context.ts';

type Refresh = Extract<Effect, {kind: 'refresh'}>;

/** Fetches sources in the worker; the list follows as they arrive. */
export async function refresh(
  context: EffectContext,
  {which, isQuiet, pages, within}: Refresh,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const due = sourcesToRefresh(which, context, context.refreshInterval(), within);
  // Without accounts and mailboxes the answer comes in the frame of the key.
  const hasLocks = context.options.accounts.length > 0 || due.sources.some(({location}) => isImap(location));
  const {accounts, sources, owners} = hasLocks
    ? await (await import('./own/locked.ts')).open(due.sources, context, {which, isQuiet}, dispatch)
    : {accounts: [], sources: due.sources};
  if (sources.length + accounts.length === 0) {
    if (due.skipped > 0 && !isQuiet) dispatch({type: 'notice', text: OFFLINE.message, tone: 'plain'});
    return;
  }
  const before = confirmable(context);
  let done = 0;
  let added = 0;
  const failed: string[] = [];
  const total = sources.length + accounts.length;
  const moved = (source: Source | undefined): void =>
    dispatch({type: 'refresh-moved', done, total, isQuiet, current: nameOf(context, source)});
  const news = gathered(isChange => dispatch({type: isChange ? 'library-changed' : 'library-grew'}));
  moved(sources[0]);
  const syncing = syncEach(context, accounts, dispatch, signal, {
    isQuiet,
    onNews: () => news.come(!isQuiet),
    onEnd(name, brought, isFailed) {
      done++;
      added += brought;
      if (isFailed) failed.push(name);
      moved(undefined);
    },
  });
  await fetchSources(
    withOlder(sources, pages),
    context,
    ({source, problem, isUnchanged, ...fetched}) => {
      done++;
      const whose = owners?.get(source.publicationId);
      if (whose !== undefined) context.passwords.judge(whose, problem);
      if (problem) failed.push(nameOf(context, source));
      // Articles of a source that is opened for the first time are not news.
      if (!isQuiet || source.fetchedAt !== undefined) added += fetched.added;
      if (problem) dispatch({type: 'refresh-failed', publicationId: source.publicationId, problem});
      // Letters may have come though marks could not be sent.
      const hasCome = problem ? fetched.added > 0 : !isUnchanged;
      // A folder is the reader's own, and what is fetched for the first time has no rows that could move.
      if (hasCome) news.come(!isQuiet || source.fetchedAt === undefined || !isOnTheWeb(source));
      moved(source);
    },
    signal,
  );
  await syncing;
  news.end();
  if (signal.aborted) return;
  dispatch({type: 'refresh-ended', added, failed, isQuiet, isOlder: pages !== undefined});
  announceConfirmations(context, before, dispatch);
  if (failed.length < total && sources.some(isOnTheWeb)) offerReminders(context, dispatch);
  await afterRefresh(
    sources,
    servicesOf(context, () => {}),
    signal,
  );
  await (await import('./own/own-command.ts')).errands(context, dispatch, signal);
}

type Syncing = Readonly<{
  isQuiet: boolean;
  onNews: () => void;
  onEnd: (name: string, added: number, isFailed: boolean) => void;
}>;

/** A round with each account. Without a network a quiet one says nothing. */
async function syncEach(
  context: EffectContext,
  accounts: readonly AccountSettings[],
  dispatch: Dispatch,
  signal: AbortSignal,
  {isQuiet, onNews, onEnd}: Syncing,
): Promise<void> {
  if (accounts.length === 0) return;
  const {syncAccounts} = await import('../services/accounts/sync-accounts.ts');
  for (const account of accounts) {
    const password = context.passwords.of(account);
    const ask = password === undefined ? {} : {ask: () => Promise.resolve(password)};
    const [synced] = await syncAccounts([account], context, {...ask, onMoved: onNews}, signal);
    if (signal.aborted) return;
    const [problem] = synced?.problems ?? [];
    context.passwords.judge(account, problem);
    const isSilent = isQuiet && (problem?.kind === 'offline' || problem?.kind === 'timeout');
    if (problem && !isSilent)
      dispatch({
        type: 'notice',
        text: `${account.name}: ${problem.message}`,
        tone: 'warning',
        isUnasked: isQuiet,
      });
    onNews();
    onEnd(account.name, synced?.result?.added ?? 0, problem !== undefined && !isSilent);
  }
  await (await import('./own/load-accounts.ts')).loadAccounts(context, dispatch);
}

/** Milliseconds between two reloads of the list while many sources arrive. */
const PAUSE = 100;

/** Reports the first news at once, with its leave to read lists again, and further ones after a pause. */
function gathered(report: (isChange: boolean) => void): {
  come: (isChange: boolean) => void;
  end: () => void;
} {
  let timer: NodeJS.Timeout | undefined;
  let hasMore = false;
  let hasChange = false;
  const tell = (): void => {
    report(hasChange);
    hasChange = false;
  };
  const come = (isChange: boolean): void => {
    hasChange ||= isChange;
    hasMore = timer !== undefined;
    if (hasMore) return;
    tell();
    timer = setTimeout(() => {
      timer = undefined;
      if (hasMore) come(false);
    }, PAUSE);
  };
  const end = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (hasMore) tell();
  };
  return {come, end};
}

/** Sign-ups whose mail has come, by their number. */
function confirmable({library}: EffectContext): ReadonlyMap<number, string> {
  const open = library.signups().filter(signup => openConfirmation(signup) !== undefined);
  return new Map(open.map(({id, publicationTitle}) => [id, publicationTitle]));
}

function announceConfirmations(
  context: EffectContext,
  before: ReadonlyMap<number, string>,
  dispatch: Dispatch,
): void {
  for (const [id, title] of confirmable(context))
    if (!before.has(id)) dispatch({type: 'confirmation-came', title});
}

/** Offers waiting sign-ups as soon as the network answers; the reader sends them. */
function offerReminders({library}: EffectContext, dispatch: Dispatch): void {
  const count = library.signups().filter(({state}) => state === 'waiting').length;
  if (count > 0) dispatch({type: 'wishes-wait', count});
}

function nameOf({library}: EffectContext, source: Source | undefined): string {
  return (source && library.publication(source.publicationId)?.title) || (source?.location ?? '');
}
