import {startOf} from './line-start.ts';

/** A part of a text: [from, to), and what of it is to be read. */
export type Part = Readonly<{from: number; to: number; source: string}>;

type Ranges = readonly (readonly [from: number, to: number])[];

/** Characters after which a part ends at the next safe place. */
const PART = 4000;

/**
 * Cuts Markdown, part by part as they are wanted, where one block has certainly ended and the next begins, whatever
 * they are: before a line at the left edge that follows a blank one, outside of fences and HTML, and not between the
 * items of one list.
 */
export class Splitter {
  readonly #text: string;
  readonly #skipped: () => Ranges;
  #at = 0;
  /** What ends a block that blank lines don't end. */
  #until: ((line: string) => boolean) | undefined;
  #isList = false;

  /** `skipped` is not read with the text around it: footnotes. It is asked for where one begins. */
  constructor(text: string, skipped: () => Ranges) {
    this.#text = text;
    this.#skipped = skipped;
  }

  next(): Part | undefined {
    const start = this.#at;
    if (start >= this.#text.length) return undefined;
    let slices = '';
    let from = start;
    let isAfterBlank = false;
    let position = start;
    while (position < this.#text.length) {
      const skipped = this.#noteAt(position);
      if (skipped) {
        slices += this.#text.slice(from, position);
        [from, position] = [skipped[1], skipped[1]];
        isAfterBlank = true;
        continue;
      }
      const feed = this.#text.indexOf('\n', position);
      const end = feed === -1 ? this.#text.length : feed;
      const {indent, isBlank} = this.#until
        ? {indent: 0, isBlank: false}
        : startOf(this.#text, position, end);
      if (isAfterBlank && !isBlank && indent === 0 && position > start && this.#isEdge(position)) {
        this.#isList = false;
        if (position - start >= PART) break;
      }
      if (!isBlank) this.#look(position, end, indent);
      isAfterBlank = isBlank;
      position = end + 1;
    }
    this.#at = Math.min(position, this.#text.length);
    return {from: start, to: this.#at, source: slices + this.#text.slice(from, this.#at)};
  }

  #noteAt(position: number): Ranges[number] | undefined {
    let start = position;
    while (this.#text.charCodeAt(start) === 0x20) start++;
    return this.#text.startsWith('[^', start)
      ? this.#skipped().find(range => range[0] === position)
      : undefined;
  }

  /**
   * Whether a line at the left edge begins something new, and is not the next item of a list, nor emphasis, which may be
   * the caption of a picture.
   */
  #isEdge(position: number): boolean {
    if (this.#until) return false;
    const line = this.#text.slice(position, position + 12);
    return !/^[*_][^*_\s]/.test(line) && !(this.#isList && MARKER.test(line));
  }

  /** Notes what a line begins that goes on over blank lines, or ends of it. */
  #look(from: number, to: number, indent: number): void {
    if (this.#until) {
      if (this.#until(this.#text.slice(from, to))) this.#until = undefined;
      return;
    }
    // What is indented within a list ends with it, at the next line at the left edge.
    if (indent > 3 || (this.#isList && indent > 0)) return;
    const start = from + indent;
    const first = this.#text.charCodeAt(start);
    if (first === TICK || first === TILDE || first === LESS || first === BRACE)
      this.#until = endOf(this.#text.slice(start, to));
    else if (MARKER.test(this.#text.slice(start, start + 12))) this.#isList = true;
  }
}

const [TICK, TILDE, LESS, BRACE] = [0x60, 0x7e, 0x3c, 0x7b];
const MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** What ends the block that a line begins, if blank lines don't. */
function endOf(line: string): ((line: string) => boolean) | undefined {
  const sign = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (sign !== undefined) return next => isFenceEnd(next, sign);
  if (/^\{%-?\s*highlight\s/.test(line)) return next => next.includes('endhighlight');
  if (/^<details[\s>]/i.test(line)) return detailsEnd(line);
  const end = HTML.find(([opening]) => opening.test(line))?.[1];
  return end && !end.test(line.replace(/^<!--/, '')) ? next => end.test(next) : undefined;
}

/** `<details>` goes on up to where as many are closed as were opened. */
function detailsEnd(line: string): ((line: string) => boolean) | undefined {
  let depth = 0;
  const isEnd = (next: string): boolean => {
    depth += (next.match(/<details[\s>]/gi)?.length ?? 0) - (next.match(/<\/details>/gi)?.length ?? 0);
    return depth <= 0;
  };
  return isEnd(line) ? undefined : isEnd;
}

/** At most three spaces, then nothing but the sign, at least as often as in the opening. */
function isFenceEnd(line: string, sign: string): boolean {
  const bare = line.trim();
  return bare.length >= sign.length && line.indexOf(bare) < 4 && bare === sign.charAt(0).repeat(bare.length);
}

/** Blocks of HTML that only their own end ends, as CommonMark numbers them 1 to 5. */
const HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];
