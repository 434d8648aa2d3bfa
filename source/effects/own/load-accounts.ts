import type {Dispatch} from '../../app/core/store.ts';
import type {EffectContext} from '../context.ts';

const UNSYNCED = {feeds: 0, articles: 0, waiting: 0, missing: 0} as const;

/** Loads when each account was synced, and what waits to be sent. */
export async function loadAccounts({options, sync}: EffectContext, dispatch: Dispatch): Promise<void> {
  if (options.accounts.length === 0) return;
  const states = (await sync()).states();
  const accounts = options.accounts.map(
    ({name}) => states.find(state => state.name === name) ?? {...UNSYNCED, name},
  );
  dispatch({type: 'accounts-loaded', accounts});
}
