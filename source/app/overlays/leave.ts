import type {Action} from '../core/action.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {publicationInView} from '../prompt/subscribe.ts';

/** Looks for how to leave the newsletter whose publication or letter is on the screen. */
export function leaveNewsletter(state: State): Step {
  const publication = publicationInView(state);
  if (!publication) return notify(state, 'Open a newsletter or a letter of it first, then leave it.');
  const {id, title} = publication;
  return step(state, {kind: 'find-leaving', publicationId: id, title});
}

/** Asks before anything is sent or opened, with the host. */
export function askToLeave(
  state: State,
  {publicationId, title, leaving}: Extract<Action, {type: 'leaving-found'}>,
): Step {
  if (state.overlay) return step(state);
  const {url, mailto, isOneClick} = leaving;
  const ask = (question: string, yes: Extract<State['overlay'], {kind: 'confirm'}>['yes']): Step =>
    step({...state, overlay: {kind: 'confirm', question, yes}});
  if (isOneClick && url !== undefined) {
    const question = `Leave ${title}? ${new URL(url).host} is told to stop sending.`;
    return ask(question, {kind: 'leave', publicationId, leaving});
  }
  if (mailto !== undefined) {
    const address = mailto.slice('mailto:'.length).split('?', 1)[0] ?? '';
    return ask(`Leave ${title} by a mail to ${address}? Your mail program opens.`, {
      kind: 'open-url',
      url: mailto,
    });
  }
  if (url === undefined) return notify(state, `The letters of ${title} do not say how to leave.`);
  return ask(`Leave ${title} on a page of ${new URL(url).host}? Your browser opens.`, {
    kind: 'open-url',
    url,
  });
}
