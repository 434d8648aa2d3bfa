import {suggestEmail} from '../../domain/email/email-suggestion.ts';
import {pastedEmail} from '../../domain/email/pasted-email.ts';
import {shelvedPublication} from '../publications/act-publications.ts';
import type {Newsletter, Outcome} from '../../domain/newsletter/newsletter.ts';
import type {Signup} from '../../domain/newsletter/signup.ts';
import type {SignupFacts} from '../../domain/newsletter/signup-facts.ts';
import type {PublicationRow} from '../../domain/query/view.ts';
import {editField, fieldOf, insertText, LONGEST_LINE, TOO_LONG} from './field.ts';
import {publicationOf, selectedRow} from '../list/list.ts';
import type {State, SubscribePrompt} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {notify} from '../core/notices.ts';
import {askToConfirm} from '../overlays/ask-to-confirm.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Opens the prompt for the publication that is on the screen. */
export function askSubscribe(state: State): Step {
  const publication = publicationInView(state);
  if (!publication)
    return notify(state, 'Open a publication or an article first, then subscribe to its newsletter.');
  return askForPublication(state, publication);
}

/** The prompt for a publication; a wish that waited brings the address that was kept with it. */
export function askForPublication(
  state: State,
  {id, title, homepage, newsletter}: PublicationRow,
  waiting?: Signup,
): Step {
  const email = waiting?.email ?? state.settings.email;
  const overlay: SubscribePrompt = {
    kind: 'subscribe',
    publicationId: id,
    publicationTitle: title,
    ...(homepage !== undefined && {homepage}),
    ...(newsletter && {newsletter}),
    field: fieldOf(email ?? ''),
    remember:
      state.settings.rememberEmail !== 'ask'
        ? state.settings.rememberEmail === 'always'
        : email !== undefined,
    step: newsletter ? 'typing' : 'looking',
    ...(waiting && {waitingId: waiting.id}),
  };
  return step(
    {...state, overlay},
    {kind: 'find-newsletter', publicationId: id, ...(newsletter && {newsletter})},
  );
}

export function publicationInView(state: State): PublicationRow | undefined {
  const screen = screenOf(state);
  const find = (id?: string): PublicationRow | undefined => state.publications.find(one => one.id === id);
  if (screen.kind === 'article') return find(screen.row?.publicationId);
  if (screen.kind === 'publications') return shelvedPublication(state, screen);
  return publicationOf(state, screen) ?? find(selectedRow(screen)?.publicationId);
}

export function keyInPrompt(state: State, prompt: SubscribePrompt, key: string): Step {
  if (key === 'esc') return step(withoutOverlay(state));
  if (prompt.step === 'answered') return keyAfterAnswer(state, prompt, key);
  if (prompt.step !== 'typing') return step(state);
  if (prompt.newsletter?.signup.kind === 'browser') {
    return key === 'enter' || key === 'o' ? openPage(state, prompt.newsletter.signup.page) : step(state);
  }
  if (key === 'enter') return send(state, prompt);
  if (!takesAddress(prompt)) return step(state);
  if (key === 'tab' && prompt.suggestion !== undefined)
    return typed(state, prompt, {field: fieldOf(prompt.suggestion)});
  if (key === 'ctrl+r') return typed(state, prompt, {remember: !prompt.remember});
  const field = editField(prompt.field, key);
  return field ? typed(state, prompt, {field}) : step(state);
}

export function pasteInPrompt(state: State, prompt: SubscribePrompt, text: string): Step {
  if (prompt.step !== 'typing' || !takesAddress(prompt)) return step(state);
  const field = insertText(prompt.field, text.length > LONGEST_LINE ? text : pastedEmail(firstLine(text)));
  return field === prompt.field
    ? step({...state, overlay: {...prompt, error: TOO_LONG}})
    : typed(state, prompt, {field});
}

/** A field has one line: of what is pasted the first that says something is taken. */
function firstLine(text: string): string {
  return text.split(/[\r\n\u2028\u2029]/).find(line => line.trim() !== '') ?? '';
}

/**
 * Nothing is red while it is being typed: an error goes at the next key, a suggestion comes when it is sure.
 */
function typed(
  state: State,
  {error: _, suggestion: __, ...prompt}: SubscribePrompt,
  change: Partial<SubscribePrompt>,
): Step {
  const next = {...prompt, ...change};
  const suggestion = suggestEmail(next.field.value);
  return step({...state, overlay: {...next, ...(suggestion !== undefined && {suggestion})}});
}

/** An address is asked for where it can be sent, and nowhere else. */
export function takesAddress({newsletter}: Pick<SubscribePrompt, 'newsletter'>): boolean {
  return newsletter?.signup.kind !== 'browser' && newsletter?.signup.kind !== 'none';
}

/** The effect checks the address: the check is not loaded before it is needed. */
function send(state: State, {error: _, ...prompt}: SubscribePrompt): Step {
  const {newsletter, facts, publicationId, remember, field, waitingId} = prompt;
  // Nobody sends an address before the screen has said where it goes.
  if (!newsletter || !facts) return step(state);
  if (takesAddress(prompt) && field.value.trim() === '')
    return step({...state, overlay: {...prompt, error: 'Type your email address first.'}});
  return step(
    {...state, overlay: {...prompt, step: 'checking'}},
    {
      kind: 'subscribe',
      publicationId,
      newsletter,
      email: field.value.trim(),
      remember,
      ...(waitingId !== undefined && {waitingId}),
    },
  );
}

function keyAfterAnswer(state: State, prompt: SubscribePrompt, key: string): Step {
  const {outcome, confirmation} = prompt;
  if (key === 'enter' && confirmation) return askToConfirm(state, confirmation, prompt);
  if (key === 'o' && outcome?.page !== undefined) return openPage(state, outcome.page);
  if (key === 'e' && outcome && canRetry(outcome)) {
    const {outcome: _, ...again} = prompt;
    return step({...state, overlay: {...again, step: 'typing'}});
  }
  return key === 'enter' || key === 'q' ? step(withoutOverlay(state)) : step(state);
}

/** Nothing was taken, so that it can be sent again without coming twice. */
export function canRetry(outcome: Outcome): boolean {
  return outcome.outcome === 'refused' || (outcome.outcome === 'failed' && !outcome.isUnknown);
}

function openPage(state: State, url: string): Step {
  return step(withoutOverlay(state), {kind: 'open-url', url});
}

/** The answer, or the reason why nothing was sent. */
export function answered(state: State, publicationId: string, change: Partial<SubscribePrompt>): Step {
  const prompt = state.overlay;
  if (prompt?.kind !== 'subscribe' || prompt.publicationId !== publicationId) return step(state);
  return step({...state, overlay: {...prompt, ...change}});
}

/** Shows a found newsletter; a line being typed or an answer stays. */
export function newsletterFound(
  state: State,
  publicationId: string,
  newsletter: Newsletter,
  facts: SignupFacts,
): Step {
  const prompt = state.overlay;
  if (prompt?.kind !== 'subscribe') return step(state);
  return answered(state, publicationId, {
    newsletter,
    facts,
    ...(prompt.step === 'looking' && {step: 'typing'}),
  });
}
