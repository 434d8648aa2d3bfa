import {completionsOf} from '../../app/prompt/completion.ts';
import {canRetry, takesAddress} from '../../app/prompt/subscribe.ts';
import type {AskPurpose} from '../../app/prompt/asking.ts';
import {TOO_LONG, veiled, type Field} from '../../app/prompt/field.ts';
import {confirmationWords} from '../../domain/newsletter/signup-words.ts';
import type {State, SubscribePrompt} from '../../app/core/state.ts';

/** The question before each line that is typed, and what Enter does with it. */
const QUESTIONS: Readonly<Record<AskPurpose, readonly [question: string, hint: string]>> = {
  filter: ['Find in the list', 'Enter shows what matches, Escape gives up.'],
  find: ['Find in the article', 'Enter goes to the first match, Escape gives up.'],
  command: ['Command', 'Enter does it, Tab completes it.'],
  save: ['Save the article as', 'Enter writes the file.'],
  pipe: ['Pipe the article to which command', 'Enter runs it.'],
  account: [
    'Account: address, your name or a dash, and the command for its password if there is one',
    'Enter adds it.',
  ],
  password: ['Password of', 'Enter signs in. The letters are not shown, and the password is not stored.'],
  add: ['Add a blog. Its address or folder', 'Enter fetches it and follows it.'],
  tag: ['Your tags on this article', 'Enter sets exactly these; blanks part them.'],
  'save-search': ['Keep this search as', 'Enter keeps it among the publications.'],
  folder: ['Folder of this publication', 'Enter moves it there; nothing typed takes it out.'],
  rule: [
    'Do with what comes in: hide, read, star, tag and a name, notify, or run and a name',
    'Enter makes the rule.',
  ],
  browser: ['Browser of this publication', 'Enter sets it; nothing typed takes the usual one.'],
  rename: ['New name of this publication', 'Enter sets it; nothing typed gives its own name back.'],
  search: ['Search all text', 'Enter lists what has it, Escape gives up.'],
  'mark-query': ['Mark read what a query finds', 'Enter marks it read.'],
};

/** The question before what is being typed; undefined where nothing is. */
export function questionOf({overlay}: State): string | undefined {
  if (overlay?.kind === 'ask') {
    const whose = overlay.account ? ` ${overlay.account.whose}` : '';
    return `${QUESTIONS[overlay.purpose][0]}${whose}: `;
  }
  if (overlay?.kind === 'help' && overlay.isTyping) return 'Find in the help: ';
  return overlay?.kind === 'subscribe' && isAsking(overlay) ? 'Your email address: ' : undefined;
}

/** In full, what Enter will do with a line is said before it is typed. */
export function askSentences({overlay: was}: Partial<State>, now: State): readonly string[] {
  const {overlay, settings} = now;
  if (overlay?.kind !== 'ask') return [];
  if (was?.kind !== 'ask' || was.purpose !== overlay.purpose)
    return settings.speechLevel === 'full' ? [QUESTIONS[overlay.purpose][1]] : [];
  if (overlay.isRefused && !was.isRefused) return [TOO_LONG];
  const {completing} = overlay;
  if (!completing || completing === was.completing) return [];
  const all = completionsOf(now, overlay.purpose, completing.typed, overlay.choices);
  const about = all[completing.selected]?.about ?? '';
  return [[`${completing.selected + 1} of ${all.length}`, about].filter(Boolean).join(', ')];
}

/** The text that is being typed; of a password no letter. */
export function typedIn(state: State): string {
  return fieldIn(state)?.value ?? '';
}

/** The place in it at which the next letter goes. */
export function caretIn(state: State): number {
  return fieldIn(state)?.caret ?? 0;
}

function fieldIn({overlay}: State): Field | undefined {
  if (!overlay || !('field' in overlay)) return undefined;
  const isSecret = overlay.kind === 'ask' && overlay.purpose === 'password';
  return isSecret ? veiled(overlay.field, '*') : overlay.field;
}

/** The question comes after everything that is to be known first, and only where an address can be sent. */
function isAsking(prompt: SubscribePrompt): boolean {
  return prompt.step === 'typing' && prompt.facts !== undefined && takesAddress(prompt);
}

/** The publication's words, where an address would go, and what came of it; each once. */
export function promptSentences(
  before: SubscribePrompt | undefined,
  now: SubscribePrompt,
  {settings}: State,
): readonly string[] {
  const {newsletter, facts, publicationTitle, error, suggestion, remember, step, outcome, confirmation} = now;
  const hint = (text: string): string => (settings.speechLevel === 'brief' ? '' : text);
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
    if (takesAddress(now))
      said.push(
        'Which address is to be subscribed?',
        hint('Enter sends what you type, Escape leaves, Control R has the address remembered.'),
      );
    else if (newsletter?.signup.kind === 'browser')
      said.push('Open the page in the browser?', 'o opens it, Escape leaves.');
    else said.push('Save a reminder on this machine?', 'Enter saves it, Escape leaves.');
  }
  if (error !== undefined && error !== before?.error) said.push(error);
  if (suggestion !== undefined && suggestion !== before?.suggestion)
    said.push(`Did you mean ${suggestion}?`, 'Tab takes it.');
  if (before && remember !== before.remember)
    said.push(remember ? 'The address will be remembered.' : 'The address will not be remembered.');
  if (step === 'sending' && before?.step !== 'sending' && takesAddress(now)) said.push('Sending.');
  if (outcome && outcome !== before?.outcome) {
    const retry = canRetry(outcome) ? 'e edits the address and tries again. ' : '';
    const page = outcome.page === undefined ? '' : 'o opens the page. ';
    said.push(outcome.message, `${retry}${page}Enter closes.`);
  }
  if (confirmation && confirmation !== before?.confirmation)
    said.push(`The mail came: ${confirmationWords(confirmation)}`, 'Enter confirms, Escape closes.');
  return said;
}
