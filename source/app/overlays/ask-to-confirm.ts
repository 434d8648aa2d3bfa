import type {Confirmation} from '../../domain/newsletter/signup.ts';
import {confirmationWords} from '../../domain/newsletter/signup-words.ts';
import type {SignupsPane, State, SubscribePrompt} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Asks before the link of a mail is opened: whoever can send mail could write it. */
export function askToConfirm(
  state: State,
  confirmation: Confirmation,
  over: SignupsPane | SubscribePrompt,
): Step {
  const question = `${confirmationWords(confirmation)} Open it in the browser?`;
  const yes = {kind: 'open-url', url: confirmation.url} as const;
  return step({...state, overlay: {kind: 'confirm', question, yes, over}});
}
