import type {Signup} from '../../domain/newsletter/signup.ts';
import {lettersWords, openConfirmation} from '../../domain/newsletter/signup-words.ts';
import {askToConfirm} from './ask-to-confirm.ts';
import {keyOf} from './help.ts';
import {inform, notify} from '../core/notices.ts';
import type {SignupsPane as Pane, State} from '../core/state.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {askForPublication} from '../prompt/subscribe.ts';

export function signupsLoaded(state: State, signups: readonly Signup[]): Step {
  const {overlay} = state;
  if (overlay?.kind === 'subscribe' && overlay.step === 'answered') {
    const own = signups.find(({publicationId}) => publicationId === overlay.publicationId);
    const confirmation = own && openConfirmation(own);
    return step(confirmation ? {...state, overlay: {...overlay, confirmation}} : state);
  }
  if (overlay?.kind !== 'signups') return step(state);
  const selected = Math.max(0, Math.min(overlay.selected, signups.length - 1));
  return step({...state, overlay: {...overlay, signups, selected}});
}

/** The network answers: what waits is offered, never sent by itself. */
export function wishesWait(state: State, count: number): Step {
  const text =
    count === 1
      ? `The network is back, and a sign-up waits to be sent: ${keyOf(state, 'signups')} shows it.`
      : `The network is back, and ${count} sign-ups wait to be sent: ${keyOf(state, 'signups')} shows them.`;
  return inform(state, text, 'warning');
}

/** Announces a mail that asks to confirm; the screen that waits for it shows it itself. */
export function confirmationCame(state: State, title: string): Step {
  const kind = state.overlay?.kind;
  if (kind === 'signups' || kind === 'subscribe') return step(state, {kind: 'load-signups'});
  return inform(state, `The mail to confirm ${title} came: ${keyOf(state, 'signups')} shows it.`, 'good');
}

/**
 * A wish that waits is offered for sending, in the prompt that says where it goes; the rest tells its story.
 */
export function openSignup(state: State, {signups, selected}: Pane): Step {
  const signup = signups[selected];
  if (!signup) return step(withoutOverlay(state));
  const confirmation = openConfirmation(signup);
  if (confirmation) return askToConfirm(state, confirmation, {kind: 'signups', signups, selected});
  if (signup.state !== 'waiting') {
    const words = [lettersWords(signup), signup.message].filter(Boolean).join(' · ');
    return notify(state, words || 'Nothing more is known about it.');
  }
  const publication = state.publications.find(({id}) => id === signup.publicationId);
  return publication
    ? askForPublication(withoutOverlay(state), publication, signup)
    : notify(state, `${signup.publicationTitle} is not followed any more; open it to subscribe.`);
}

export function actOnSignup(state: State, pane: Pane, act: 'confirmed' | 'remove'): Step {
  const signup = pane.signups[pane.selected];
  if (!signup) return notify(state, 'There is no sign-up here.');
  const {id, publicationTitle} = signup;
  if (act === 'remove') {
    const question = `Forget the sign-up to ${publicationTitle}? It does not unsubscribe you.`;
    const yes = {kind: 'forget-signup', id} as const;
    return step({...state, overlay: {kind: 'confirm', question, yes, over: pane}});
  }
  if (!canBeConfirmed(signup)) return notify(state, 'Only what was sent can be confirmed.');
  return step(state, {kind: 'confirm-signup', id, isConfirmed: signup.state !== 'confirmed'});
}

/** Only what was sent can be confirmed, or may have been. */
export function canBeConfirmed({state}: Signup): boolean {
  return state === 'requested' || state === 'confirmed' || state === 'unknown';
}
