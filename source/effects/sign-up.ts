import type {Effect} from '../app/core/effect.ts';
import type {Dispatch} from '../app/core/store.ts';
import {servicesOf, type EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

/** Finds a newsletter and shows where an address would go. */
export async function findNewsletter(
  context: EffectContext,
  {publicationId}: Of<'find-newsletter'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  const publication = context.library.publication(publicationId);
  if (!publication) return;
  const [service, {describeSignup}] = await Promise.all([
    import('../services/newsletters/find-newsletter.ts'),
    import('../domain/newsletter/signup-facts.ts'),
  ]);
  const services = servicesOf(context, dispatch);
  const newsletter = await service.findNewsletter(publication, services, signal);
  if (signal.aborted) return;
  const facts = describeSignup(newsletter, publication);
  dispatch({type: 'found-newsletter', publicationId, newsletter, facts});
  await service.renewNewsletter(publication, newsletter, services, signal);
}

/** Sends an address once, or explains why not, and records it. */
export async function subscribe(
  context: EffectContext,
  {publicationId, newsletter, email, remember, waitingId}: Of<'subscribe'>,
  dispatch: Dispatch,
  leaving: AbortSignal,
): Promise<void> {
  const {checkedEmail, rememberEmail, signUp} = await import('../services/newsletters/sign-up.ts');
  // A wish that is only noted needs no address.
  const checked = newsletter.signup.kind === 'request' ? checkedEmail(email) : {ok: true as const, email};
  if (!checked.ok) return dispatch({type: 'email-rejected', publicationId, reason: checked.reason});
  dispatch({type: 'email-accepted', publicationId});
  const publication = context.library.publication(publicationId);
  if (!publication) return;
  const services = servicesOf(context, dispatch);
  const request = {publication, newsletter, email: checked.email, remember, waitingId};
  const {outcome, record} = await signUp(request, services, leaving);
  // The reader has left: the ledger says that the address may have arrived.
  if (leaving.aborted) return;
  // The outcome is shown even when it can't be recorded.
  let isShown = false;
  const show = (id?: number): void => {
    if (!isShown)
      dispatch({type: 'signed-up', publicationId, outcome, ...(id !== undefined && {waitingId: id})});
    isShown = true;
  };
  try {
    context.writes.add({work: record, onWritten: show, pending: {kind: 'other'}, onWaiting: show});
    if (remember && newsletter.signup.kind === 'request') await rememberEmail(checked.email, services);
  } finally {
    show();
  }
}

/** Shows the ledger of sign-ups. */
export function loadSignups({library}: EffectContext, dispatch: Dispatch): void {
  dispatch({type: 'signups-loaded', signups: library.signups()});
}

export function confirmSignup(
  context: EffectContext,
  {id, isConfirmed}: Of<'confirm-signup'>,
  dispatch: Dispatch,
): void {
  const state = isConfirmed ? 'confirmed' : 'requested';
  changeLedger(context, dispatch, isConfirmed ? 'Marked as confirmed.' : 'Marked as not confirmed yet.', () =>
    context.library.updateSignup(id, {state}),
  );
}

export function forgetSignup(context: EffectContext, {id}: Of<'forget-signup'>, dispatch: Dispatch): void {
  changeLedger(context, dispatch, 'Forgotten.', () => context.library.forgetSignup(id));
}

function changeLedger(context: EffectContext, dispatch: Dispatch, text: string, work: () => void): void {
  context.writes.add({
    work,
    onWritten: () => {
      loadSignups(context, dispatch);
      dispatch({type: 'notice', text, tone: 'plain'});
    },
    pending: {kind: 'other'},
  });
}
