import type {Effect} from '../../app/core/effect.ts';
import type {Dispatch} from '../../app/core/store.ts';
import {findAccount} from '../../services/accounts/accounts.ts';
import {addAccount, removeAccount, takenToken, testAccount} from '../../services/accounts/manage-accounts.ts';
import {typedAccount} from '../../services/accounts/typed-account.ts';
import {locate} from '../../services/locate.ts';
import {typedFor} from '../../services/newsletters/mail-secret.ts';
import type {EffectContext} from '../context.ts';
import {addSource} from '../follow.ts';
import {refresh} from '../refresh.ts';
import {whileFetching} from '../timing.ts';
import {loadAccounts} from './load-accounts.ts';

/** Adds an account, opens one or a mailbox by its password, tests one, removes one. */
export async function manage(
  context: EffectContext,
  {to, what, password}: Extract<Effect, {kind: 'account'}>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  if (to === 'add') await add(context, what, password, dispatch, signal);
  else if (to === 'unlock') await unlock(context, what, password, dispatch, signal);
  else if (to === 'test') await test(context, what, dispatch, signal);
  else if (to === 'remove') await remove(context, what, dispatch);
  else await openMail(context, to, what, password, dispatch, signal);
}

/** The first sync follows. */
async function add(
  context: EffectContext,
  typed: string,
  password: string | undefined,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const wish = typedAccount(typed);
  await whileFetching(wish.address, dispatch, signal, async () => {
    const {account, title, test: found} = await addAccount(wish, context, asking(password), signal);
    if (password !== undefined) context.passwords.keep(account, password);
    dispatch({
      type: 'notice',
      text: `Added ${account.name}: ${title}, ${feedsOf(found.feeds)}.`,
      tone: 'good',
    });
    const warning = takenToken(account, found);
    if (warning) dispatch({type: 'notice', text: `${warning.message} ${warning.advice}`, tone: 'warning'});
    await loadAccounts(context, dispatch);
  });
  await refresh(context, {kind: 'refresh', which: 'due', isQuiet: false}, dispatch, signal);
}

/** The password counts until the reader is left, or the server refuses it. */
async function unlock(
  context: EffectContext,
  name: string,
  password: string | undefined,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const account = findAccount(context.options, name);
  if (password !== undefined) context.passwords.keep(account, password);
  await loadAccounts(context, dispatch);
  const ids = context.library
    .sources()
    .flatMap(source => (source.account === name ? [source.publicationId] : []));
  // An account without feeds so far was not synced yet.
  const which = ids.length > 0 ? ids : 'due';
  await refresh(context, {kind: 'refresh', which, isQuiet: false}, dispatch, signal);
}

/** All folders of the mailbox are fetched, or the new one is followed. */
async function openMail(
  context: EffectContext,
  to: 'open-mail' | 'follow-mail',
  what: string,
  password: string | undefined,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const {library, passwords} = context;
  const location = to === 'open-mail' ? library.source(what)?.location : locate(what);
  const whose = typedFor(location ?? '', context);
  if (whose === undefined || password === undefined) return;
  passwords.keep(whose, password);
  if (to === 'follow-mail') return await addSource(context, what, dispatch, signal);
  const which = library
    .sources()
    .flatMap(source => (typedFor(source.location, context) === whose ? source.publicationId : []));
  await refresh(context, {kind: 'refresh', which, isQuiet: false}, dispatch, signal);
}

const asking = (password: string | undefined) =>
  password === undefined ? {} : {askPassword: () => Promise.resolve(password)};

/** Signs in once, and says what is there. */
async function test(
  context: EffectContext,
  name: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const account = findAccount(context.options, name);
  await whileFetching(new URL(account.base).host, dispatch, signal, async () => {
    const found = await testAccount(account, context, asking(context.passwords.of(account)), signal);
    const unread = found.unread === undefined ? '' : `, ${found.unread} unread`;
    const warning = takenToken(account, found);
    dispatch({
      type: 'notice',
      text: warning
        ? `${warning.message} ${warning.advice}`
        : `${name}: signed in, ${feedsOf(found.feeds)}${unread}`,
      tone: warning ? 'warning' : 'good',
    });
  });
}

/** The question before has said that what waits to be sent is lost. */
async function remove(context: EffectContext, name: string, dispatch: Dispatch): Promise<void> {
  context.passwords.forget(findAccount(context.options, name));
  const feeds = await removeAccount({name}, context, {dropsWaiting: true, keepsFeeds: false});
  dispatch({type: 'notice', text: `Removed ${name}. ${feedsOf(feeds)} left your list.`, tone: 'plain'});
  dispatch({type: 'accounts-loaded', accounts: []});
  await loadAccounts(context, dispatch);
  dispatch({type: 'library-changed'});
}

const feedsOf = (count: number): string => (count === 1 ? '1 feed' : `${count} feeds`);
