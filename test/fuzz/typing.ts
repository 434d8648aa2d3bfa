import * as fc from 'fast-check';
import {searched} from '../../source/app/list/search.ts';
import {actsLike} from '../../source/app/prompt/command-line.ts';
import {editField, insertText} from '../../source/app/prompt/field.ts';
import type {Field} from '../../source/app/prompt/field.ts';
import {parseQuery} from '../../source/domain/query/query-parse.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {TerminalInput} from '../../source/screen/terminal-input.ts';
import {keyNames} from '../../source/ui/key-name.ts';
import {ProblemError} from '../../source/domain/problem.ts';
import {QUERY_WORDS} from './documents.ts';
import {property} from './property.ts';
import {soupOf, textOf} from './soup.ts';
import type {Soup} from './soup.ts';

const library = openLibrary(':memory:', {now: () => 0});

/** Whatever is typed is a question that the library answers, or one whose fault is pointed at. */
function ask(soup: Soup): void {
  const text = textOf(soup).slice(0, 4000);
  const parsed = parseQuery(text);
  if (!parsed.ok && (parsed.error.offset < 0 || parsed.error.offset > text.length))
    throw new Error('a fault outside the query');
  const view = searched({query: '', order: 'recent'}, text);
  try {
    if (view.ok) library.window(view.view, 0, 5);
    library.search(text, 5);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
  }
  actsLike(text);
}

type Heard = Readonly<{input: string; flags: readonly string[]}>;

/**
 * Keys have names, whatever the terminal sent; and typing them leaves a text that is one, the caret in it.
 */
function hear(heard: readonly Heard[]): void {
  let field: Field = {value: '', caret: 0};
  for (const {input, flags} of heard) {
    const key = Object.fromEntries(flags.map(flag => [flag, true]));
    for (const name of keyNames(input, key as never)) {
      if (name === '') throw new Error('a key without a name');
      field = editField(field, name) ?? field;
    }
    field = insertText(field, input);
    if (!field.value.isWellFormed()) throw new Error('half of a character');
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(field.value)) throw new Error('a control in a field');
    if (field.caret < 0 || field.caret > field.value.length) throw new Error('a caret outside its text');
  }
}

const FLAGS = [
  'upArrow',
  'leftArrow',
  'rightArrow',
  'return',
  'escape',
  'ctrl',
  'shift',
  'tab',
  'backspace',
  'delete',
  'home',
  'end',
  'meta',
];

/**
 * Whatever a terminal sends, in whatever pieces: no sequence is taken for keys, and the terminal is heard
 * again after what never ends.
 */
function listen(pieces: readonly string[]): void {
  const terminal = new TerminalInput();
  let keys = '';
  for (const piece of pieces) keys += piece === 'wait' ? terminal.settle() : terminal.push(piece);
  const sent = pieces.reduce((sum, {length}) => sum + length, 0);
  // A single byte, such as Escape, may be written as a sequence.
  if (keys.length > 10 * sent + 100) throw new Error(`${sent} characters became ${keys.length}`);
  const typed = keys.replaceAll(/\u001B\[200~[^]*?(?:\u001B\[201~|$)/gu, '');
  if (/\u001B[\]P_^X]/u.test(typed)) throw new Error(`an answer became keys: ${JSON.stringify(typed)}`);
  terminal.push('\u0003');
  terminal.settle();
  terminal.settle();
  if (!terminal.push('j').includes('j')) throw new Error('the terminal is not heard any more');
}

const SENT = [
  '\x1B[',
  '\x1B]',
  '\x1BP',
  '\x1B_',
  '\x1B\\',
  '\x07',
  '\x1B',
  '\x1BO',
  '\x1B[200~',
  '\x1B[201~',
  '\x1B[A',
  '\x1B[1;5D',
  '\x1B[M   ',
  '\x1B[<0;1;1M',
  '\x1B[?1;2c',
  '\x1B[97;5u',
  '\x1B[27;5;97~',
  '\x1B]11;rgb:0/0/0',
  'j',
  'q',
  '\r',
  '',
  '\b',
  '1',
  ';',
  'u',
  '~',
  '',
  'ä',
  'wait',
];

export const TYPING = [
  property(
    'what a terminal sends',
    fc.array(
      fc.oneof(
        {weight: 6, arbitrary: fc.constantFrom(...SENT)},
        {weight: 2, arbitrary: fc.array(fc.constantFrom(...SENT), {maxLength: 4}).map(all => all.join(''))},
        {weight: 1, arbitrary: fc.string({unit: 'binary-ascii', maxLength: 300})},
      ),
      {maxLength: 30},
    ),
    listen,
  ),
  property('queries', soupOf(QUERY_WORDS, 20), ask),
  property(
    'keys and fields',
    fc.array(
      fc.record({
        input: fc.oneof(
          fc.string({unit: 'grapheme', maxLength: 4}),
          fc.string({unit: 'binary', maxLength: 4}),
          fc.constantFrom('\r', '\t', '\u0015', '\u001B', '👩‍🚀', 'jjj'),
        ),
        flags: fc.subarray(FLAGS, {maxLength: 2}),
      }),
      {maxLength: 30},
    ),
    hear,
  ),
];
