import type {Links} from 'marked';
import {apart} from '../blocks/apart.ts';
import type {Composed} from '../blocks/block.ts';
import {Composer} from '../blocks/composer.ts';
import {blocksFrom, stepFrom} from '../blocks/from-tokens.ts';
import {linkAddress} from '../markdown/addresses.ts';
import type {Context} from '../markdown/context.ts';
import {createContext} from '../markdown/context.ts';
import type {Footnotes, Note} from '../markdown/notes.ts';
import {footnotes} from '../markdown/notes.ts';
import type {Reader} from '../markdown/reader.ts';
import {split} from '../markdown/split.ts';
import {withoutTemplates} from '../markdown/templates.ts';
import type {Link} from '../text/look.ts';
import {cleaned, plainBlocks} from './plain-blocks.ts';

export type Origin = Readonly<{base: string | undefined; isAscii: boolean}>;

/**
 * The text of an article in parts that are read when they are needed, independent of measure and theme. Numbers of
 * links run through the whole, so a part is read after all those before it.
 */
export class Manuscript {
  /** Characters of each part. */
  readonly weights: readonly number[];
  readonly #reader: Reader;
  readonly #context: Context;
  readonly #sources: readonly string[];
  readonly #links: Links;
  readonly #footnotes: Footnotes;
  readonly #parts: (readonly Composed[])[] = [];
  #notes: readonly Composed[] | undefined;

  constructor(markdown: string, {base, isAscii}: Origin, reader: Reader) {
    const {sources, links, notes} = split(withoutTemplates(cleaned(markdown)), text =>
      reader.definition(text),
    );
    this.#reader = reader;
    this.#sources = sources;
    this.#links = links;
    this.#footnotes = footnotes(notes, sources);
    this.#context = createContext(this.#footnotes, href => linkAddress(href, base), {isAscii, base});
    this.weights = sources.map(source => source.length);
  }

  get count(): number {
    return this.#sources.length;
  }

  /** How many parts have been read. */
  get read(): number {
    return this.#parts.length;
  }

  part(index: number): readonly Composed[] {
    while (this.#parts.length <= index && this.#parts.length < this.count)
      this.#parts.push(this.#compose(this.#sources[this.#parts.length] ?? ''));
    return this.#parts[index] ?? [];
  }

  get noteCount(): number {
    return this.#footnotes.notes.length;
  }

  /** The footnotes, after the whole text. */
  notes(): readonly Composed[] {
    if (this.#notes) return this.#notes;
    this.part(this.count - 1);
    return (this.#notes = this.#footnotes.notes.map(note => this.#note(note)));
  }

  #compose(source: string): readonly Composed[] {
    try {
      return this.#composed(source);
    } catch (error) {
      // Nested deeper than the stack goes: the words as they stand are better than nothing.
      if (!(error instanceof RangeError)) throw error;
      return plainBlocks(source, () => this.#composer());
    }
  }

  /** Every block of the page has its own composer, because its texts are counted from its beginning. */
  #composed(source: string): readonly Composed[] {
    const tokens = this.#reader.blocks(source, this.#links);
    const composed: Composed[] = [];
    for (let index = 0; index < tokens.length;) {
      const composer = this.#composer();
      const {blocks, end} = stepFrom(tokens, index, composer);
      let weight = 0;
      for (; index <= end; index++) weight += tokens[index]?.raw.length ?? 0;
      composed.push(...apart(blocks, composer, weight));
    }
    return composed;
  }

  #note({number, source, isReferred}: Note): Composed {
    const composer = this.#composer();
    const blocks = blocksFrom(this.#reader.blocks(source, this.#links), composer);
    const back: Link | undefined = isReferred ? {target: {kind: 'reference', number}} : undefined;
    if (back) composer.link(back, `Back to [${number}]`);
    return {
      block: {kind: 'note', number, blocks, ...(back && {back})},
      flows: composer.flows,
      links: composer.links,
      weight: 0,
    };
  }

  #composer(): Composer {
    return new Composer(this.#reader, this.#context, this.#links);
  }
}
