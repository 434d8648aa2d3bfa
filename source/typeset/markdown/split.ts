import type {Links, Tokens} from 'marked';
import {startOf} from './line-start.ts';
import type {NoteSource} from './notes.ts';
import {noteFrom, noteStart} from './notes.ts';

/** An article in parts that can be read one by one, with what concerns the whole of it gathered first. */
export type Parts = Readonly<{sources: readonly string[]; links: Links; notes: readonly NoteSource[]}>;

/** Characters after which a part ends at the next safe place. */
const PART = 4000;

/**
 * Cuts Markdown where one block has certainly ended and the next begins, whatever they are: before a line at the left
 * edge that follows a blank one, outside of fences and HTML, and not between the items of one list. One pass, a look at
 * the first characters of each line; definitions of links and footnotes are taken along.
 */
export function split(markdown: string, definition: (text: string) => Tokens.Def | undefined): Parts {
  const scan = new Scan(markdown, definition);
  for (let from = 0; from < markdown.length;) {
    const feed = markdown.indexOf('\n', from);
    const to = feed === -1 ? markdown.length : feed;
    scan.line(from, to);
    from = to + 1;
  }
  return scan.end();
}

class Scan {
  readonly #text: string;
  readonly #definition: (text: string) => Tokens.Def | undefined;
  readonly #sources: string[] = [];
  readonly #links: Links = Object.create(null) as Links;
  readonly #notes: NoteSource[] = [];
  #slices = '';
  #from = 0;
  /** What ends the block that lines can't end: a fence's sign, the end of a comment. */
  #until: {isFence: true; sign: string} | {isFence: false; end: RegExp} | undefined;
  #noteFrom = -1;
  #isList = false;
  #isAfterBlank = true;
  #isInParagraph = false;

  constructor(text: string, definition: (text: string) => Tokens.Def | undefined) {
    this.#text = text;
    this.#definition = definition;
  }

  line(from: number, to: number): void {
    if (this.#until) return this.#within(from, to);
    const {indent, isBlank} = startOf(this.#text, from, to);
    if (isBlank) {
      this.#isAfterBlank = true;
      this.#isInParagraph = false;
      return;
    }
    if (this.#noteFrom >= 0 && this.#isAfterBlank && indent < 2) this.#endNote(from);
    if (indent === 0) this.#atEdge(from, to);
    if (this.#noteFrom < 0 && indent < 4) this.#begin(from, to, indent);
    this.#isAfterBlank = false;
  }

  end(): Parts {
    if (this.#noteFrom >= 0) this.#endNote(this.#text.length);
    this.#cut(this.#text.length);
    return {
      sources: this.#sources.filter(source => source.trim() !== ''),
      links: this.#links,
      notes: this.#notes,
    };
  }

  /** A line within a fence, a comment or a script. */
  #within(from: number, to: number): void {
    const until = this.#until;
    const line = this.#text.slice(from, to);
    const isEnd = until?.isFence ? isFenceEnd(line, until.sign) : until?.end.test(line);
    if (!isEnd) return;
    this.#until = undefined;
    this.#isAfterBlank = false;
  }

  /** A line that begins at the left edge may begin a part, or a footnote. */
  #atEdge(from: number, to: number): void {
    if (noteStart(this.#text, from)) {
      if (this.#noteFrom >= 0) this.#endNote(from);
      this.#slices += this.#text.slice(this.#from, from);
      this.#noteFrom = from;
      return;
    }
    if (
      !this.#isAfterBlank ||
      this.#noteFrom >= 0 ||
      (this.#isList && MARKER.test(this.#text.slice(from, from + 12)))
    )
      return;
    this.#isList = false;
    if (this.#slices.length + from - this.#from >= PART && to > from) this.#cut(from);
  }

  /** What a line begins that goes on over blank lines. */
  #begin(from: number, to: number, indent: number): void {
    const start = from + indent;
    const isInList = this.#isList && indent > 0;
    switch (this.#text.charCodeAt(start)) {
      case 0x60: // `
      case 0x7e: {
        const sign = FENCE.exec(this.#text.slice(start, to))?.[1];
        if (sign !== undefined && !isInList) this.#until = {isFence: true, sign};
        break;
      }
      case 0x3c: {
        const html = this.#text.slice(start, to);
        const end = HTML.find(([opening]) => opening.test(html))?.[1];
        if (end && !isInList && !end.test(html)) this.#until = {isFence: false, end};
        break;
      }
      case 0x5b: {
        if (!this.#isInParagraph) this.#define(start);
        break;
      }
      default: {
        if (MARKER.test(this.#text.slice(start, start + 12))) this.#isList = true;
      }
    }
    this.#isInParagraph =
      this.#until === undefined && !/^(?:#{1,6}\s|\[[^\]]+\]:)/.test(this.#text.slice(start, start + 200));
  }

  #define(start: number): void {
    if (!/^\[[^\]]{1,999}\]:/.test(this.#text.slice(start, start + 1100))) return;
    const found = this.#definition(this.#text.slice(start, start + 4000));
    if (found) this.#links[found.tag] ??= {href: found.href, title: found.title};
  }

  #endNote(to: number): void {
    this.#notes.push(noteFrom(this.#text.slice(this.#noteFrom, to)));
    this.#noteFrom = -1;
    this.#from = to;
    this.#isInParagraph = false;
  }

  #cut(to: number): void {
    this.#sources.push(this.#slices + this.#text.slice(this.#from, to));
    this.#slices = '';
    this.#from = to;
  }
}

/** At most three spaces, then nothing but the sign, at least as often as in the opening. */
function isFenceEnd(line: string, sign: string): boolean {
  const bare = line.trim();
  return bare.length >= sign.length && line.indexOf(bare) < 4 && bare === sign.charAt(0).repeat(bare.length);
}

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** Blocks of HTML that only their own end ends, as CommonMark numbers them 1 to 5. */
const HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];
