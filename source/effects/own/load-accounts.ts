import type {Dispatch} from '../../app/core/store.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import type {EffectContext} from '../context.ts';

const UNSYNCED = {feeds: 0, articles: 0, waiting: 0, missing: 0} as const;

/** Loads when each account was synced, and what waits to be sent. */
export async function loadAccounts(
  {options, passwords, sync}: EffectContext,
  dispatch: Dispatch,
): Promise<void> {
  if (options.accounts.length === 0) return;
  const states = (await sync()).states();
  const accounts = options.accounts.map((account): AccountState => {
    const {name} = account;
    const state = states.find(one => one.name === name) ?? {...UNSYNCED, name};
    return passwords.isLocked(account) ? {...state, isLocked: true} : state;
  });
  dispatch({type: 'accounts-loaded', accounts});
}
