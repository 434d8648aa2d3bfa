import type {Links, Tokens} from 'marked';
import type {Fenced} from './fences.ts';
import {fencesIn, isFenced} from './fences.ts';
import {startOf} from './line-start.ts';
import type {NoteSource} from './notes.ts';
import {noteFrom} from './notes.ts';

/** What any part of a text may refer to. */
export type Definitions = Readonly<{
  links: Links;
  notes: readonly NoteSource[];
  /** [from, to) of each footnote, in order: they are not read with the text around them. */
  ranges: readonly (readonly [from: number, to: number])[];
}>;

/**
 * The definitions of links (`[label]: address`) and footnotes (`[^label]: text`) of a whole article, without reading
 * it: only where `]:` stands is looked at.
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
