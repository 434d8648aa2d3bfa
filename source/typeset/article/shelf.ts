import type {Reader} from '../markdown/reader.ts';
import type {Origin} from './manuscript.ts';
import {Manuscript} from './manuscript.ts';

/** How many articles are kept as they were read: the one that is open, its neighbours, the previewed ones. */
const KEPT = 6;

type Kept = Readonly<{markdown: string; base: string | undefined; isAscii: boolean; manuscript: Manuscript}>;

/**
 * The articles that were read last. They are found by comparing texts, which mostly differ in length: a map would hash
 * a whole book first.
 */
export class Shelf {
  readonly #reader: Reader;
  #kept: readonly Kept[] = [];

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  take(markdown: string, {base, isAscii}: Origin): Manuscript {
    const known = this.#kept.find(
      kept => kept.isAscii === isAscii && kept.base === base && kept.markdown === markdown,
    );
    const taken = known ?? {
      markdown,
      base,
      isAscii,
      manuscript: new Manuscript(markdown, {base, isAscii}, this.#reader),
    };
    this.#kept = [taken, ...this.#kept.filter(kept => kept !== taken)].slice(0, KEPT);
    return taken.manuscript;
  }
}
