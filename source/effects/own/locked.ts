import type {Effect} from '../../app/core/effect.ts';
import type {Dispatch} from '../../app/core/store.ts';
import type {Source} from '../../domain/publication/source.ts';
import type {AccountSettings} from '../../domain/sync/account.ts';
import type {EffectContext} from '../context.ts';

type Asked = Pick<Extract<Effect, {kind: 'refresh'}>, 'which' | 'isQuiet'>;

/** The accounts and sources of a refresh whose passwords are at hand. */
export async function open(
  sources: readonly Source[],
  context: EffectContext,
  asked: Asked,
  dispatch: Dispatch,
): Promise<Readonly<{accounts: readonly AccountSettings[]}> & Mailboxes> {
  const accounts = context.options.accounts.length === 0 ? [] : await openAccounts(context, asked, dispatch);
  return {accounts, ...(await openMailboxes(sources, context, asked, dispatch))};
}

/** Sources to fetch, and whose password was typed for each mailbox among them. */
type Mailboxes = Readonly<{sources: readonly Source[]; owners: ReadonlyMap<string, string>}>;

/** Those whose password has to be typed wait for it. Unasked that is said once. */
async function openAccounts(
  context: EffectContext,
  {which, isQuiet}: Asked,
  dispatch: Dispatch,
): Promise<readonly AccountSettings[]> {
  const {passwords} = context;
  const {accountsToSync} = await import('../../services/accounts/sync-accounts.ts');
  const all = await accountsToSync(which, context, context.refreshInterval());
  for (const account of all)
    if (passwords.isLocked(account) && (passwords.isFirstTold(account) || !isQuiet))
      dispatch({type: 'password-needed', name: account.name});
  return all.filter(account => !passwords.isLocked(account));
}

/**
 * A mailbox whose password has to be typed first waits for it: it is asked for where the person chose the
 * mailbox, else that is said.
 */
async function openMailboxes(
  sources: readonly Source[],
  context: EffectContext,
  {which, isQuiet}: Asked,
  dispatch: Dispatch,
): Promise<Mailboxes> {
  const owners = new Map<string, string>();
  const {typedFor} = await import('../../services/newsletters/mail-secret.ts');
  const {passwords} = context;
  const locked = new Map<string, Source>();
  const open = sources.filter(source => {
    const whose = typedFor(source.location, context);
    if (whose === undefined) return true;
    owners.set(source.publicationId, whose);
    if (passwords.of(whose) !== undefined) return true;
    locked.set(whose, locked.get(whose) ?? source);
    return false;
  });
  for (const [whose, {publicationId}] of locked)
    if (!isQuiet && typeof which !== 'string')
      dispatch({type: 'password-wanted', to: 'open-mail', what: publicationId, whose});
    else if (passwords.isFirstTold(whose) || !isQuiet) dispatch({type: 'password-needed', name: whose});
  return {sources: open, owners};
}
