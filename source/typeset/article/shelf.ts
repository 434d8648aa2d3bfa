import type {Reader} from '../markdown/reader.ts';
import type {Origin} from './manuscript.ts';
import {Manuscript} from './manuscript.ts';

/** Articles that are cached as read: the open one, its neighbours, the previewed ones. */
const KEPT = 6;
/**
 * The two that were read last always; others while all are no longer than a book, for what was read takes
 * memory.
 */
const ALWAYS = 2;
const LONGEST = 500_000;

type Kept = Origin & Readonly<{markdown: string; manuscript: Manuscript}>;

/**
 * The articles that were read last. They are found by comparing texts, which mostly differ in length: a map
 * would hash a whole book first.
 */
export class Shelf {
  readonly #reader: Reader;
  #kept: readonly Kept[] = [];

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  take(markdown: string, origin: Origin): Manuscript {
    const known = this.#kept.find(
      kept =>
        kept.isAscii === origin.isAscii &&
        kept.isColourless === origin.isColourless &&
        kept.isSpoken === origin.isSpoken &&
        kept.base === origin.base &&
        kept.markdown === markdown,
    );
    const taken = known ?? {
      ...origin,
      markdown,
      manuscript: new Manuscript(markdown, origin, this.#reader),
    };
    this.#kept = withinBounds([taken, ...this.#kept.filter(kept => kept !== taken)]);
    return taken.manuscript;
  }
}

function withinBounds(articles: readonly Kept[]): readonly Kept[] {
  let length = 0;
  return articles.slice(0, KEPT).filter(({markdown}, index) => {
    length += markdown.length;
    return index < ALWAYS || length <= LONGEST;
  });
}
