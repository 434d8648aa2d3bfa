import {canRetry, takesAddress} from '../../app/prompt/subscribe.ts';
import type {SubscribePrompt} from '../../app/core/state.ts';
import {confirmationWords} from '../../domain/newsletter/signup-words.ts';
import {folded} from '../../domain/text/folded.ts';
import type {Outcome} from '../../domain/newsletter/newsletter.ts';
import type {Role} from '../../domain/theme/theme.ts';
import {BLANK, segment, spread, widthOf} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';

/** The prompt's paragraphs above the field and its lines below it, at most `width` cells wide. */
export type PromptLines = Readonly<{
  above: readonly (readonly Line[])[];
  below: readonly Line[];
  hasField: boolean;
}>;

export const EMAIL_LABEL = 'Email   ';

/** The publication's own words, the field, and where the address will go. */
export function promptLines(prompt: SubscribePrompt, width: number): PromptLines {
  const {newsletter, publicationTitle} = prompt;
  const heading = [
    [segment(newsletter?.heading ?? `The newsletter of ${publicationTitle}`, 'heading', true)],
    BLANK,
  ];
  if (prompt.step === 'looking')
    return {
      above: [heading, [[segment('Looking for a sign-up on its home page…', 'quiet')]]],
      below: [],
      hasField: false,
    };
  const join = newsletter?.subscribers === undefined ? '' : `Join ${newsletter.subscribers} subscribers.`;
  const words = [
    wrapped(newsletter?.pitch ?? '', width, 'text'),
    wrapped(join, width, 'text'),
    wrapped(newsletter?.promises.join(' · ') ?? '', width, 'quiet'),
  ].filter(lines => lines.length > 0);
  const above = words.length > 0 ? [heading, ...words, [BLANK]] : [heading];
  if (prompt.step === 'answered' && prompt.outcome)
    return {above, below: answer(prompt, prompt.outcome, width), hasField: false};
  if (!takesAddress(prompt)) return {above, below: withoutAddress(prompt, width), hasField: false};
  return {above, below: belowField(prompt, width), hasField: true};
}

function belowField(prompt: SubscribePrompt, width: number): Line[] {
  const {error, suggestion, facts, remember, step} = prompt;
  const lines: Line[] = [];
  if (error !== undefined) lines.push(...wrapped(error, width, 'error'));
  else if (suggestion !== undefined) lines.push(...suggested(suggestion, width));
  else lines.push(BLANK);
  if (facts)
    lines.push(...wrapped(`${facts.where} ${facts.next}`, width, facts.isElsewhere ? 'text' : 'quiet'));
  if (facts?.found !== undefined) lines.push(...wrapped(facts.found, width, 'quiet'));
  lines.push(BLANK);
  const consent: Line = [
    segment(remember ? '[x] ' : '[ ] ', 'text'),
    segment(width < 52 ? 'remember the address  ' : 'remember the address on this machine  ', 'quiet'),
    segment('Ctrl-R', 'accent'),
  ];
  lines.push(consent, BLANK);
  lines.push(
    step === 'sending'
      ? [segment('Sending…', 'text')]
      : keys([
          ['Enter', 'send'],
          ['Esc', 'leave'],
        ]),
  );
  return lines;
}

/** The whole address or none of it: below the question where there is no room beside it. */
function suggested(address: string, width: number): readonly Line[] {
  const asked: Line = [
    segment('Did you mean ', 'quiet'),
    segment(address, 'text', true),
    segment('?', 'quiet'),
  ];
  const take: Line = [segment('Tab', 'accent'), segment(' takes it', 'quiet')];
  if (widthOf([...asked, ...take]) < width) return [spread(asked, take, width)];
  if (widthOf(asked) <= width) return [asked, take];
  return [...wrapped(address, width, 'text'), [segment('Did you mean this? ', 'quiet'), ...take]];
}

function withoutAddress({facts, newsletter}: SubscribePrompt, width: number): Line[] {
  return [
    ...wrapped(
      facts
        ? [facts.where, facts.next, facts.found].filter(Boolean).join(' ')
        : 'Looking where this newsletter takes addresses…',
      width,
      'text',
    ),
    BLANK,
    keys([
      newsletter?.signup.kind === 'none' ? ['Enter', 'note it'] : ['o', 'open the page'],
      ['Esc', 'leave'],
    ]),
  ];
}

const TONES: Readonly<Record<Outcome['outcome'], Role>> = {
  'check-inbox': 'good',
  subscribed: 'good',
  already: 'good',
  recorded: 'good',
  'rate-limited': 'warning',
  'needs-browser': 'warning',
  refused: 'error',
  failed: 'error',
};

function answer({field, confirmation}: SubscribePrompt, outcome: Outcome, width: number): Line[] {
  const actions: [string, string][] = confirmation
    ? [
        ['Enter', 'confirm'],
        ['Esc', 'done'],
      ]
    : [['Enter', 'done']];
  if (outcome.page !== undefined) actions.unshift(['o', 'open the page']);
  if (canRetry(outcome)) actions.unshift(['e', 'edit and try again']);
  return [
    [segment(EMAIL_LABEL, 'quiet'), segment(field.value)],
    BLANK,
    ...(confirmation
      ? wrapped(
          `The mail came: ${confirmationWords(confirmation)}`,
          width,
          confirmation.doubt ? 'error' : 'good',
        )
      : wrapped(outcome.message, width, TONES[outcome.outcome])),
    BLANK,
    keys(actions),
  ];
}

function keys(pairs: readonly (readonly [string, string])[]): Line {
  return pairs.flatMap(([key, what]) => [segment(key, 'accent'), segment(` ${what}  `, 'quiet')]);
}

function wrapped(text: string, width: number, role: Role): Line[] {
  if (text === '') return [];
  return folded(text, width).map(line => spread([segment(line, role)], [], width));
}
