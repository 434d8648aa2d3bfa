import {toProblem, type Problem} from '../../domain/problem.ts';
import type {AccountSettings, RoundMoved, RoundResult} from '../../domain/sync/account.ts';
import {accountsOf, isAccountDue, openingOf, wishOf} from './accounts.ts';
import type {Services} from '../context.ts';

export type SyncedAccount = Readonly<{name: string; result?: RoundResult; problems: readonly Problem[]}>;

/** The caller's part in a round. */
export type Beside = Readonly<{
  /** Asks the reader for a password, where that can be done. */
  ask?: (account: AccountSettings) => Promise<string>;
  onMoved?: (name: string, moved: RoundMoved) => void;
  /** The reader has agreed that much is gone. */
  isAccepted?: boolean;
}>;

/** Syncs accounts one after the other; what fails in one keeps no other from its round. */
export async function syncAccounts(
  accounts: readonly AccountSettings[],
  {options, sync}: Pick<Services, 'options' | 'sync'>,
  {ask, isAccepted, onMoved}: Beside,
  signal: AbortSignal,
): Promise<readonly SyncedAccount[]> {
  const synced: SyncedAccount[] = [];
  if (accounts.length === 0 || options.offline) return synced;
  for (const account of accounts) {
    const {name} = account;
    try {
      const opening = await openingOf(account, ask);
      const result = await (
        await sync()
      ).round(opening, wishOf(options, isAccepted), moved => onMoved?.(name, moved), signal);
      synced.push({name, result, problems: result.problems.map(problem => at(problem, name))});
    } catch (error) {
      if (signal.aborted) break;
      synced.push({name, problems: [at(toProblem(error), name)]});
    }
  }
  return synced;
}

/** Accounts that are due, all of them, or those in which some publications live. */
export async function accountsToSync(
  which: 'due' | 'all' | readonly string[],
  {library, now, options, sync}: Pick<Services, 'library' | 'now' | 'options' | 'sync'>,
  interval: number = options.refresh.interval,
): Promise<readonly AccountSettings[]> {
  const accounts = accountsOf(options);
  if (accounts.length === 0 || options.offline || which === 'all') return options.offline ? [] : accounts;
  if (typeof which !== 'string') {
    const names = new Set(which.map(id => library.source(id)?.account));
    return accounts.filter(({name}) => names.has(name));
  }
  const states = (await sync()).states();
  return accounts.filter(({name}) =>
    isAccountDue(
      states.find(state => state.name === name),
      interval,
      now(),
    ),
  );
}

const at = (problem: Problem, name: string): Problem => ({...problem, location: problem.location ?? name});
