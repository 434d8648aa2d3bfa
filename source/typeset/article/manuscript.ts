import type {Links} from 'marked';
import {apart} from '../blocks/flows.ts';
import type {Block, Composed} from '../blocks/block.ts';
import {Composer} from '../blocks/composer.ts';
import {blocksFrom, stepFrom} from '../blocks/from-tokens.ts';
import {linkAddress} from '../markdown/addresses.ts';
import {isTooDeep} from '../markdown/bounds.ts';
import type {Context, Drawing} from '../markdown/context.ts';
import {createContext} from '../markdown/context.ts';
import type {Definitions} from '../markdown/definitions.ts';
import {definitionsIn, mayRefer} from '../markdown/definitions.ts';
import type {Note} from '../markdown/notes.ts';
import {Footnotes} from '../markdown/notes.ts';
import type {Reader} from '../markdown/reader.ts';
import type {Part} from '../markdown/splitter.ts';
import {Splitter} from '../markdown/splitter.ts';
import type {Link} from '../text/look.ts';
import {cleaned, plainBlocks} from './plain-blocks.ts';

/** No definitions. */
const NONE = Object.create(null) as Links;

export type Origin = Readonly<{base: string | undefined} & Drawing>;

/**
 * The text of an article, cut into parts and read as far as it is needed, independent of measure and theme.
 * Numbers of links run through the whole, so a part is read after all those before it.
 */
export class Manuscript {
  readonly #length: number;
  readonly #reader: Reader;
  readonly #context: Context;
  readonly #markdown: string;
  #found: Definitions | undefined;
  readonly #footnotes: Footnotes;
  readonly #splitter: Splitter;
  readonly #parts: Part[] = [];
  readonly #read: (readonly Composed[])[] = [];
  #notes: readonly Composed[] | undefined;

  constructor(markdown: string, {base, ...drawing}: Origin, reader: Reader) {
    this.#length = markdown.length;
    this.#reader = reader;
    this.#markdown = markdown;
    this.#footnotes = new Footnotes(() => this.#definitions.notes);
    this.#context = createContext({footnotes: this.#footnotes, ...drawing, base}, href =>
      linkAddress(href, base),
    );
    this.#splitter = new Splitter(markdown, () => this.#definitions.ranges);
  }

  /** Definitions for all parts; the whole text is searched when a part first refers to one. */
  get #definitions(): Definitions {
    return (this.#found ??= definitionsIn(this.#markdown, text => this.#reader.definition(text)));
  }

  /** True if there is such a part. */
  has(index: number): boolean {
    while (this.#parts.length <= index) {
      const part = this.#splitter.next();
      if (!part) return false;
      this.#parts.push(part);
    }
    return true;
  }

  /** The number of parts; cuts the whole text. */
  get count(): number {
    while (this.has(this.#parts.length));
    return this.#parts.length;
  }

  /** The number of parts read so far. */
  get read(): number {
    return this.#read.length;
  }

  /** The shares of the text at which a part begins and ends, 0 to 1. */
  share(index: number): readonly [from: number, to: number] {
    const part = this.has(index) ? this.#parts[index] : undefined;
    return part ? [part.from / this.#length, part.to / this.#length] : [1, 1];
  }

  part(index: number): readonly Composed[] {
    while (this.#read.length <= index && this.has(this.#read.length)) {
      this.#read.push(this.#compose(cleaned(this.#parts[this.#read.length]?.source ?? '')));
    }
    return this.#read[index] ?? [];
  }

  /** The footnotes; they are known when the whole text has been read. A note may refer to others. */
  notes(): readonly Composed[] {
    if (this.#notes) return this.#notes;
    this.part(this.count - 1);
    const composed: Composed[] = [];
    const composeAll = (): void => {
      for (
        let note = this.#footnotes.notes[composed.length];
        note;
        note = this.#footnotes.notes[composed.length]
      )
        composed.push(this.#note(note));
    };
    composeAll();
    this.#footnotes.addTheRest();
    composeAll();
    return (this.#notes = composed);
  }

  /** The last number of a link or a footnote; the whole text is read for this. */
  get lastNumber(): number {
    this.notes();
    return this.#context.last();
  }

  #compose(source: string): readonly Composed[] {
    try {
      if (!isTooDeep(source)) return this.#composed(source);
    } catch (error) {
      // Nested deeper than the stack goes: the words as they stand are better than nothing.
      if (!(error instanceof RangeError)) throw error;
    }
    return plainBlocks(source, () => this.#composer(NONE));
  }

  /** Every block of the page has its own composer, because its texts are counted from its beginning. */
  #composed(source: string): readonly Composed[] {
    const links = mayRefer(source) ? this.#definitions.links : NONE;
    const tokens = this.#reader.blocks(source, links);
    const composed: Composed[] = [];
    for (let index = 0; index < tokens.length;) {
      const composer = this.#composer(links);
      const {blocks, end} = stepFrom(tokens, index, composer);
      let weight = 0;
      for (; index <= end; index++) weight += tokens[index]?.raw.length ?? 0;
      for (const one of apart(blocks, composer, weight)) composed.push(one);
    }
    return composed;
  }

  #note({number: ordinal, source, isReferred}: Note): Composed {
    const {number} = this.#context.note(ordinal);
    const {blocks, composer} = this.#blocksOfNote(cleaned(source));
    const back: Link | undefined = isReferred ? {target: {kind: 'reference', number: ordinal}} : undefined;
    if (back) composer.link(back, `Back to [${number}]`);
    return {
      block: {kind: 'note', ordinal, number, blocks, ...(back && {back})},
      flows: composer.flows,
      links: composer.links,
      weight: 0,
    };
  }

  /** A note is read as a part is, and as plain text where it is too deep. */
  #blocksOfNote(source: string): {blocks: readonly Block[]; composer: Composer} {
    const {links} = this.#definitions;
    const composer = this.#composer(links);
    try {
      if (!isTooDeep(source))
        return {blocks: blocksFrom(this.#reader.blocks(source, links), composer), composer};
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const plain = this.#composer(NONE);
    return {blocks: plainBlocks(source, () => plain).map(({block}) => block), composer: plain};
  }

  #composer(links: Links): Composer {
    return new Composer(this.#reader, this.#context, links);
  }
}
