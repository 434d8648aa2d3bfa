import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {isImap, mailboxOf} from '../domain/publication/location.ts';
import {toProblem} from '../domain/problem.ts';
import * as following from '../services/follow.ts';
import {locate} from '../services/locate.ts';
import {servicesOf, type EffectContext} from './context.ts';
import {whileFetching} from './timing.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Follows a typed source and opens its list. */
export async function addSource(
  context: EffectContext,
  typed: string,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const location = locate(typed);
  const {passwords} = context;
  const whose = isImap(location)
    ? (await import('../services/newsletters/mail-secret.ts')).typedFor(location, context)
    : undefined;
  if (whose !== undefined && passwords.of(whose) === undefined)
    return dispatch({type: 'password-wanted', to: 'follow-mail', what: typed, whose});
  await whileFetching(location, dispatch, signal, async () => {
    const services = servicesOf(context, dispatch);
    const followed = await following.follow(typed, {}, services, signal).catch((error: unknown) => {
      if (whose !== undefined) passwords.judge(whose, toProblem(error));
      throw error;
    });
    if (whose !== undefined) passwords.judge(whose, undefined);
    const {row, wasFollowed, otherFeeds} = followed;
    if (signal.aborted) return;
    dispatch({type: 'library-changed'});
    // A mailbox has no articles itself: its newsletters have them.
    const letters = services.library.sources().filter(({location: at}) => mailboxOf(at) === row.location);
    const publications = [row.id, ...letters.map(({publicationId}) => publicationId)];
    dispatch({type: 'opened-list', view: {publications, query: ''}});
    const text = wasFollowed ? `Already followed: ${row.title}.` : `Added ${row.title}.`;
    dispatch({type: 'notice', text, tone: 'good'});
    if (otherFeeds.length > 0) dispatch({type: 'feeds-found', feeds: otherFeeds});
  });
}

export function unfollow(
  context: EffectContext,
  {publicationId, title}: Of<'unfollow'>,
  dispatch: Dispatch,
): void {
  following.unfollow(publicationId, servicesOf(context, dispatch), () => {
    dispatch({type: 'library-changed'});
    dispatch({type: 'notice', text: `Removed ${title}.`, tone: 'plain', canUndo: true});
  });
}

export function arrange(context: EffectContext, {change}: Of<'arrange'>, dispatch: Dispatch): void {
  const {publicationId, ...rest} = change;
  changeAndReload(context, dispatch, () => context.library.arrange(publicationId, rest));
}

export function reorder(context: EffectContext, {ids}: Of<'reorder'>, dispatch: Dispatch): void {
  changeAndReload(context, dispatch, () => context.library.reorder(ids));
}

export function saveQuery(context: EffectContext, {name, query}: Of<'save-query'>, dispatch: Dispatch): void {
  changeAndReload(context, dispatch, () => context.library.saveQuery(name, query));
}

/** For changes that can't be undone. */
function changeAndReload({writes}: EffectContext, dispatch: Dispatch, work: () => void): void {
  const onWritten = (): void => dispatch({type: 'library-changed'});
  writes.add({work, onWritten, pending: {kind: 'other'}});
}
