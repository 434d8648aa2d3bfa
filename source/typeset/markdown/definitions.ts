import type {Links, Tokens} from 'marked';
import {startOf} from './lines.ts';
import {noteFrom} from './notes.ts';
import type {NoteSource} from './notes.ts';

/** Definitions that any part of a text may refer to. */
export type Definitions = Readonly<{
  links: Links;
  notes: readonly NoteSource[];
  /** [from, to) of each footnote, in order: they are not read with the text around them. */
  ranges: readonly (readonly [from: number, to: number])[];
}>;

/**
 * The definitions of links (`[label]: address`) and footnotes (`[^label]: text`) of a whole article, without
 * reading it: only where `]:` stands is looked at.
 */
export function definitionsIn(
  text: string,
  definition: (text: string) => Tokens.Def | undefined,
): Definitions {
  const links = Object.create(null) as Links;
  const notes: NoteSource[] = [];
  const ranges: [number, number][] = [];
  let fenced: Fenced | undefined;
  for (let index = text.indexOf(']:'); index !== -1;) {
    const start = text.lastIndexOf('\n', index) + 1;
    // Of a line only the first bracket can close a label.
    const feed = text.indexOf('\n', index);
    let next = feed === -1 ? text.length : feed;
    const head = text.slice(start, index + 2);
    if (
      head.length < 1000 &&
      /^ {0,3}\[[^\]]+\]:$/.test(head) &&
      !isFenced((fenced ??= fencesIn(text)), start)
    ) {
      if (/^\[\^\S+\]:$/.test(head)) {
        const end = endOfNote(text, start);
        notes.push(noteFrom(text.slice(start, end)));
        ranges.push([start, end]);
        next = end;
      } else if (!isInParagraph(text, start)) define(links, definition(text.slice(start, start + 4000)));
    }
    index = text.indexOf(']:', next);
  }
  return {links, notes, ranges};
}

/** The first definition of a label is the one that counts. */
function define(links: Links, found: Tokens.Def | undefined): void {
  if (found) links[found.tag] ??= {href: found.href, title: found.title};
}

/** A definition can't interrupt a paragraph; it may follow another, or a heading. */
function isInParagraph(text: string, start: number): boolean {
  if (start === 0) return false;
  const before = text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1);
  return (
    before.trim() !== '' &&
    !/^ {0,3}(?:#{1,6}[ \t]|\[[^\]]+\]:|`{3,}|~{3,}|(?:[-*_][ \t]*){3,}$)/.test(before)
  );
}

/** A footnote goes on until a line at the left edge follows a blank one, or the next footnote begins. */
function endOfNote(text: string, start: number): number {
  let isAfterBlank = false;
  for (let from = text.indexOf('\n', start) + 1; from > 0; from = text.indexOf('\n', from) + 1) {
    const feed = text.indexOf('\n', from);
    const {indent, isBlank} = startOf(text, from, feed === -1 ? text.length : feed);
    if (!isBlank && indent < 2 && (isAfterBlank || text.startsWith('[^', from))) return from;
    isAfterBlank = isBlank;
  }
  return text.length;
}

/** Ranges of fenced code in a text: [from, to) of each. */
export type Fenced = readonly (readonly [from: number, to: number])[];

const FENCE = /^[ \t>]*(?:[*+:-] +|\d+[.)] +)?(`{3,}(?=[^`\n]*$)|~{3,})(.*)$/;

/** One look at each place where a fence may be; cheap, because there are few. */
export function fencesIn(text: string): Fenced {
  const fenced: [number, number][] = [];
  let open: {sign: string; from: number} | undefined;
  let ticks = text.indexOf('```');
  let tildes = text.indexOf('~~~');
  while (ticks !== -1 || tildes !== -1) {
    const index = ticks === -1 || (tildes !== -1 && tildes < ticks) ? tildes : ticks;
    const start = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    const line = text.slice(start, end === -1 ? text.length : end);
    const [, sign, rest = ''] = FENCE.exec(line) ?? [];
    if (sign !== undefined && !open) open = {sign, from: start};
    else if (sign !== undefined && open && sign.startsWith(open.sign) && rest.trim() === '') {
      fenced.push([open.from, start + line.length]);
      open = undefined;
    }
    if (end === -1) break;
    if (ticks !== -1 && ticks < end) ticks = text.indexOf('```', end);
    if (tildes !== -1 && tildes < end) tildes = text.indexOf('~~~', end);
  }
  if (open) fenced.push([open.from, text.length]);
  return fenced;
}

export function isFenced(fenced: Fenced, index: number): boolean {
  let low = 0;
  let high = fenced.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fenced[middle]?.[1] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return index >= (fenced[low]?.[0] ?? Number.POSITIVE_INFINITY);
}

/**
 * True if a part may refer to a definition of a link elsewhere in the text: it has brackets that no address
 * follows, outside of code. Only then the whole text has to be looked through for definitions; a book's first
 * screen mostly does without. Where it is hard to tell what is code, nothing is taken for it.
 */
export function mayRefer(source: string): boolean {
  if (!BRACKET.test(source)) return false;
  if (/`{4}|~{3}|\\`/.test(source)) return true;
  const prose = source
    .replaceAll(/^```[^`\n]*\n(?:(?!```)[^\n]*\n)*```[ \t]*$/gm, 'c')
    .replaceAll(/(?<!`)(`{1,3})(?!`)[^`\n]+(?<!`)\1(?!`)/g, code => (isEven(code) ? 'c' : code));
  // A tick that is left over may begin code that goes over lines.
  return prose.includes('`') || BRACKET.test(prose.replaceAll(/^ {0,3}[-*+] \[[ xX]\] (?=\S)/gm, ''));
}

const BRACKET = /\](?!\()/;

/** Brackets in code that are open or closed alone may belong to a link around it. */
function isEven(code: string): boolean {
  return !/[[\]]/.test(code.replaceAll(/\[[^[\]]*\]/g, ''));
}
