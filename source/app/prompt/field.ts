import {graphemes} from '../../domain/text/graphemes.ts';
import {printableLine} from '../../domain/text/printable.ts';

/** A line being typed. The caret counts UTF-16 units and never stands inside a grapheme. */
export type Field = Readonly<{value: string; caret: number}>;

export const EMPTY_FIELD: Field = {value: '', caret: 0};

export function fieldOf(value: string): Field {
  return {value, caret: value.length};
}

/** Readline's keys. `undefined`: the key is not one for a line of text. */
export function editField(field: Field, key: string): Field | undefined {
  const edit = EDITS[key];
  if (edit) return edit(field);
  return isText(key) ? insertText(field, key) : undefined;
}

/** UTF-16 units of a line. Nobody types more, and each key looks at all of it. */
export const LONGEST_LINE = 4000;

/** The message for a text that is too long. */
export const TOO_LONG = `A line has at most ${LONGEST_LINE} characters; what was pasted was not taken.`;

/**
 * Typed or pasted text: one line of printable characters. Where there is no room for all of it, none is
 * taken.
 */
export function insertText(field: Field, text: string): Field {
  if (field.value.length + text.length > MOST_PASTED) return field;
  return inserted(field, text === ' ' ? text : printableLine(text));
}

/** A pasted password: its blanks are part of it, a line's end is not. */
export function insertSecret(field: Field, text: string): Field {
  return inserted(field, text.replaceAll(/\p{Cc}/gu, ''));
}

function inserted(field: Field, clean: string): Field {
  const {value, caret} = field;
  if (value.length + clean.length > LONGEST_LINE) return field;
  return {value: value.slice(0, caret) + clean + value.slice(caret), caret: caret + clean.length};
}

/** A line whose letters nobody is to see: a sign for each. */
export function veiled({value, caret}: Field, sign: string): Field {
  const signsFor = (text: string): string => sign.repeat(Array.from(graphemes(text)).length);
  return {value: signsFor(value), caret: signsFor(value.slice(0, caret)).length};
}

/** Cleaning makes a text shorter, but not one that is a book. */
const MOST_PASTED = 10 * LONGEST_LINE;

const EDITS: Readonly<Record<string, (field: Field) => Field>> = {
  left: ({value, caret}) => ({value, caret: before(value, caret)}),
  'ctrl+b': ({value, caret}) => ({value, caret: before(value, caret)}),
  right: ({value, caret}) => ({value, caret: after(value, caret)}),
  'ctrl+f': ({value, caret}) => ({value, caret: after(value, caret)}),
  home: ({value}) => ({value, caret: 0}),
  'ctrl+a': ({value}) => ({value, caret: 0}),
  end: ({value}) => ({value, caret: value.length}),
  'ctrl+e': ({value}) => ({value, caret: value.length}),
  'alt+b': ({value, caret}) => ({value, caret: wordStart(value, caret)}),
  'alt+f': ({value, caret}) => ({value, caret: wordEnd(value, caret)}),
  'ctrl+left': ({value, caret}) => ({value, caret: wordStart(value, caret)}),
  'ctrl+right': ({value, caret}) => ({value, caret: wordEnd(value, caret)}),
  backspace: ({value, caret}) => cut(value, before(value, caret), caret),
  'ctrl+h': ({value, caret}) => cut(value, before(value, caret), caret),
  delete: ({value, caret}) => cut(value, caret, after(value, caret)),
  'ctrl+d': ({value, caret}) => cut(value, caret, after(value, caret)),
  'ctrl+w': ({value, caret}) => cut(value, wordStart(value, caret), caret),
  'alt+backspace': ({value, caret}) => cut(value, wordStart(value, caret), caret),
  'alt+d': ({value, caret}) => cut(value, caret, wordEnd(value, caret)),
  'ctrl+u': ({value, caret}) => cut(value, 0, caret),
  'ctrl+k': ({value, caret}) => cut(value, caret, value.length),
  space: field => insertText(field, ' '),
};

function isText(key: string): boolean {
  return key.length === 1 || (!/^(?:ctrl|alt|shift|super|hyper)\+/.test(key) && /[^ -~]/u.test(key));
}

function cut(value: string, from: number, to: number): Field {
  return {value: value.slice(0, from) + value.slice(to), caret: from};
}

function before(value: string, caret: number): number {
  let start = 0;
  for (const {index} of graphemes(value)) {
    if (index >= caret) break;
    start = index;
  }
  return start;
}

function after(value: string, caret: number): number {
  for (const {index} of graphemes(value)) if (index > caret) return index;
  return value.length;
}

function wordStart(value: string, caret: number): number {
  return value.slice(0, caret).search(/[\p{L}\p{N}\p{M}]*[^\p{L}\p{N}\p{M}]*$/u);
}

function wordEnd(value: string, caret: number): number {
  return caret + (/^[^\p{L}\p{N}\p{M}]*[\p{L}\p{N}\p{M}]*/u.exec(value.slice(caret))?.[0].length ?? 0);
}
