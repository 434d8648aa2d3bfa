import type {Manuscript} from '../article/manuscript.ts';
import type {Composed} from '../blocks/block.ts';

/** A part of a page with its blocks, which are made when they are first asked for. */
export type Section = Readonly<{
  kind: 'head' | 'body' | 'notes' | 'cards';
  blocks: () => readonly Composed[];
}>;

/** The parts of a page in their order. How many the body has is not known before its end was looked at. */
export class Sections {
  readonly #before: readonly Section[];
  readonly #after: readonly Section[];
  readonly #manuscript: Manuscript;
  readonly #bodyOf: (index: number) => readonly Composed[];

  constructor(
    manuscript: Manuscript,
    around: {before: readonly Section[]; after: readonly Section[]},
    bodyOf: (index: number) => readonly Composed[],
  ) {
    this.#manuscript = manuscript;
    this.#before = around.before;
    this.#after = around.after;
    this.#bodyOf = bodyOf;
  }

  at(index: number): Section | undefined {
    if (index < this.#before.length) return this.#before[index];
    const part = index - this.#before.length;
    if (this.#manuscript.has(part)) return {kind: 'body', blocks: () => this.#bodyOf(part)};
    return this.#tail()[part - this.#manuscript.count];
  }

  /** The number of sections: cuts the whole text, but reads none of it. */
  get count(): number {
    return this.#before.length + this.#manuscript.count + this.#tail().length;
  }

  /** The number of the first section of a kind. */
  first(kind: Section['kind']): number | undefined {
    if (kind === 'head') return this.#before.length > 0 ? 0 : undefined;
    if (kind === 'body') return this.#before.length;
    const index = this.#tail().findIndex(section => section.kind === kind);
    return index === -1 ? undefined : this.#before.length + this.#manuscript.count + index;
  }

  /** The share of the text that stands before a section, and up to its end. */
  share(index: number): readonly [from: number, to: number] {
    const part = index - this.#before.length;
    return part < 0 ? [0, 0] : this.#manuscript.share(part);
  }

  /** The sections after the text; footnotes are only found when all of it has been read. */
  #tail(): readonly Section[] {
    const notes = this.#manuscript.notes();
    return notes.length > 0 ? [{kind: 'notes', blocks: () => notes}, ...this.#after] : this.#after;
  }
}
