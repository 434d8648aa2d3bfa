import type {Composed} from '../blocks/block.ts';
import type {Setting} from '../layout/setting.ts';
import {layOut, spaceBetween} from '../layout/lay-out.ts';
import type {Line} from '../text/line.ts';
import {BLANK} from '../text/line.ts';
import type {Section, Sections} from './sections.ts';

/**
 * More than any part has of blocks: a block's number is its part's times this, plus its place in the part.
 */
const STRIDE = 1 << 20;

/** The blocks of a page by number, laid out when they are first needed and kept. */
export class Galley {
  readonly sections: Sections;
  readonly #measure: number;
  readonly setting: Setting;
  readonly #lines = new Map<number, readonly Line[]>();

  constructor(sections: Sections, measure: number, setting: Setting) {
    this.sections = sections;
    this.#measure = measure;
    this.setting = setting;
  }

  block(id: number): Composed | undefined {
    return this.sections.at(Math.floor(id / STRIDE))?.blocks()[id % STRIDE];
  }

  sectionOf(id: number): number {
    return Math.floor(id / STRIDE);
  }

  numberOf(section: number, index: number): number {
    return section * STRIDE + index;
  }

  /** The first block from a number on, going down (or up). */
  at(id: number, by: 1 | -1 = 1): number | undefined {
    let section = Math.floor(id / STRIDE);
    let index = id % STRIDE;
    for (
      let one = this.sections.at(section);
      one;
      one = section < 0 ? undefined : this.sections.at(section)
    ) {
      const count = one.blocks().length;
      if (index >= 0 && index < count) return this.numberOf(section, index);
      if (by < 0 && index >= count && count > 0) return this.numberOf(section, count - 1);
      section += by;
      index = by > 0 ? 0 : STRIDE - 1;
    }
    return undefined;
  }

  next(id: number): number | undefined {
    return this.at(id + 1);
  }

  previous(id: number): number | undefined {
    return id % STRIDE > 0 ? this.at(id - 1, -1) : this.at(Math.floor(id / STRIDE) * STRIDE - 1, -1);
  }

  get first(): number {
    return this.at(0) ?? 0;
  }

  get last(): number {
    return this.at(this.sections.count * STRIDE - 1, -1) ?? 0;
  }

  /** The lines of a block, and the blank ones before the next. */
  lines(id: number): readonly Line[] {
    const known = this.#lines.get(id);
    if (known) return known;
    const composed = this.block(id);
    const own = composed ? layOut(composed.block, this.#measure, this.setting) : [];
    const space = own.length === 0 ? 0 : this.#spaceBelow(id);
    const lines = space === 0 ? own : [...own, ...Array.from({length: space}, () => BLANK)];
    this.#lines.set(id, lines);
    return lines;
  }

  #spaceBelow(id: number): number {
    const next = this.next(id);
    const [above, below] = [this.block(id)?.block, next === undefined ? undefined : this.block(next)?.block];
    if (!above || !below || next === undefined) return 0;
    const [from, to] = [this.#kindOf(id), this.#kindOf(next)];
    if (from === to) return spaceBetween(above, below);
    return from === 'body' && to === 'notes' ? 1 : 2;
  }

  #kindOf(id: number): Section['kind'] | undefined {
    return this.sections.at(this.sectionOf(id))?.kind;
  }
}
