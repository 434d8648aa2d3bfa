import {canRetry} from '../../app/prompt/subscribe.ts';
import type {AskPurpose} from '../../app/prompt/asking.ts';
import {confirmationWords} from '../../domain/newsletter/signup-words.ts';
import type {State, SubscribePrompt} from '../../app/core/state.ts';

const QUESTIONS: Readonly<Record<AskPurpose, string>> = {
  filter: 'Find in the list',
  find: 'Find in the article',
  command: 'Command',
  save: 'Save the article as',
  pipe: 'Pipe the article to which command',
  add: 'Add a blog. Its address or folder',
  tag: 'Tags',
  'save-search': 'Keep this search as',
  folder: 'Folder',
  rename: 'Name',
};

/** The question before what is being typed; undefined where nothing is. */
export function questionOf({overlay}: State): string | undefined {
  if (overlay?.kind === 'ask') return `${QUESTIONS[overlay.purpose]}: `;
  if (overlay?.kind === 'help' && overlay.isTyping) return 'Find in the help: ';
  return overlay?.kind === 'subscribe' && isAsking(overlay) ? 'Your email address: ' : undefined;
}

/** The text that is being typed. */
export function typedIn({overlay}: State): string {
  return overlay && 'field' in overlay ? overlay.field.value : '';
}

/** The question comes after everything that is to be known first. */
function isAsking({step, newsletter, facts}: SubscribePrompt): boolean {
  return step === 'typing' && facts !== undefined && newsletter?.signup.kind !== 'browser';
}

/** The publication's words, where an address would go, and what came of it; each once. */
export function promptSentences(
  before: SubscribePrompt | undefined,
  now: SubscribePrompt,
): readonly string[] {
  const {newsletter, facts, publicationTitle, error, suggestion, remember, step, outcome, confirmation} = now;
  const said: string[] = [];
  if (!before) said.push(`Subscribe to the newsletter of ${publicationTitle}.`);
  if (step === 'looking' && before?.step !== 'looking') said.push('Looking for a sign-up on its home page.');
  if (newsletter && !before?.newsletter) {
    const {heading, pitch, subscribers, promises} = newsletter;
    const join = subscribers === undefined ? '' : `Join ${subscribers} subscribers.`;
    for (const words of [heading, pitch, join, promises.join(', ')]) if (words) said.push(words);
  }
  if (facts && facts !== before?.facts) {
    said.push(`${facts.where} ${facts.next}`);
    if (facts.found !== undefined) said.push(facts.found);
    said.push(
      newsletter?.signup.kind === 'browser'
        ? 'Press o to open the page, Escape to leave.'
        : 'Enter sends, Escape leaves, Control R has the address remembered.',
    );
  }
  if (error !== undefined && error !== before?.error) said.push(error);
  if (suggestion !== undefined && suggestion !== before?.suggestion)
    said.push(`Did you mean ${suggestion}? Tab takes it.`);
  if (before && remember !== before.remember)
    said.push(remember ? 'The address will be remembered.' : 'The address will not be remembered.');
  if (step === 'sending' && before?.step !== 'sending') said.push('Sending.');
  if (outcome && outcome !== before?.outcome) {
    const retry = canRetry(outcome) ? 'e edits the address and tries again. ' : '';
    const page = outcome.page === undefined ? '' : 'o opens the page. ';
    said.push(outcome.message, `${retry}${page}Enter closes.`);
  }
  if (confirmation && confirmation !== before?.confirmation)
    said.push(`The mail came: ${confirmationWords(confirmation)}`, 'Enter confirms, Escape closes.');
  return said;
}
