import {DEEPEST, headOfTable, openedBy, startOf} from './lines.ts';
import type {Opened} from './lines.ts';

/** A part of a text: [from, to), and what of it is to be read. */
export type Part = Readonly<{from: number; to: number; source: string}>;

type Ranges = readonly (readonly [from: number, to: number])[];

/** Characters after which a part ends at the next safe place. */
const PART = 4000;
/**
 * Characters after which it ends at the next line, whatever that is: a block is set as a whole, and nobody
 * waits for that.
 */
export const LONGEST = 60_000;

/**
 * Cuts Markdown, part by part as they are wanted, where one block has certainly ended and the next begins,
 * whatever they are: before a line at the left edge that follows a blank one, outside of fences and HTML, and
 * not between the items of one list. Blocks that are longer than any author's are cut themselves: code, HTML
 * and tables then begin anew, a list or a paragraph goes on as one more.
 */
export class Splitter {
  readonly #text: string;
  readonly #skipped: () => Ranges;
  #notes: ReadonlyMap<number, Ranges[number]> | undefined;
  #at = 0;
  /** A block that blank lines don't end. */
  #open: Opened | undefined;
  /** The first two lines of a table. */
  #head = '';
  #isList = false;
  /** Text before the next part, so that it continues the block that was cut. */
  #again = '';

  /** `skipped` is not read with the text around it: footnotes. It is asked for where one begins. */
  constructor(text: string, skipped: () => Ranges) {
    this.#text = text;
    this.#skipped = skipped;
  }

  next(): Part | undefined {
    const start = this.#at;
    if (start >= this.#text.length) return undefined;
    let slices = this.#again;
    this.#again = '';
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
      const {indent, isBlank} = this.#open ? {indent: 0, isBlank: false} : startOf(this.#text, position, end);
      if (isAfterBlank && !isBlank && indent === 0 && position > start && this.#isEdge(position)) {
        this.#isList = false;
        if (position - start >= PART) break;
      }
      const size = slices.length + position - from;
      // A line that is indented belongs to what is before it.
      if (size >= LONGEST && (indent === 0 || size >= LONGEST * 1.5)) {
        this.#cut();
        break;
      }
      if (isBlank) this.#head = '';
      else this.#look(position, end, indent);
      if (end - position > LONGEST) {
        position = placeWithin(this.#text, position + LONGEST);
        this.#cut();
        break;
      }
      isAfterBlank = isBlank;
      position = end + 1;
    }
    this.#at = Math.min(position, this.#text.length);
    return {from: start, to: this.#at, source: slices + this.#text.slice(from, this.#at)};
  }

  #cut(): void {
    this.#again = this.#open && this.#open.again.length < 500 ? `${this.#open.again}\n` : this.#head;
    this.#isList = false;
  }

  #noteAt(position: number): Ranges[number] | undefined {
    let start = position;
    while (this.#text.charCodeAt(start) === 0x20 && start < position + DEEPEST) start++;
    if (!this.#text.startsWith('[^', start)) return undefined;
    this.#notes ??= new Map(this.#skipped().map(range => [range[0], range]));
    return this.#notes.get(position);
  }

  /**
   * True if a line at the left edge begins a new block, and is not the next item of a list or of a
   * definition, nor emphasis, which may be the caption of a picture.
   */
  #isEdge(position: number): boolean {
    if (this.#open) return false;
    const line = this.#text.slice(position, position + 12);
    return !/^[*_][^*_\s]|^:[ \t]/.test(line) && !(this.#isList && MARKER.test(line));
  }

  /** Notes what a line begins that goes on over blank lines, or ends of it. */
  #look(from: number, to: number, indent: number): void {
    if (this.#open) {
      if (this.#open.isEnd(this.#text.slice(from, to))) this.#open = undefined;
      return;
    }
    this.#head = headOfTable(this.#text, from, to) ?? this.#head;
    // Indented blocks in a list end with it, at the next line at the left edge.
    if (indent > 3 || (this.#isList && indent > 0)) return;
    const start = from + indent;
    const first = this.#text.charCodeAt(start);
    if (first === TICK || first === TILDE || first === LESS)
      this.#open = openedBy(this.#text.slice(start, to));
    else if (MARKER.test(this.#text.slice(start, start + 12))) this.#isList = true;
  }
}

const [TICK, TILDE, LESS] = [0x60, 0x7e, 0x3c];
const MARKER = /^(?:[-*+:]|\d{1,9}[.)])(?:[ \t]|$)/;

/**
 * A place within a line at which it may be cut: behind a space if one is near, and never within a character.
 */
function placeWithin(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place);
  if (space > place - 200) return space + 1;
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code < 0xe000 ? place + 1 : place;
}
