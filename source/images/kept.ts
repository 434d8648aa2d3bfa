import type {Cells, Dots, Raster} from '../domain/page/picture.ts';

/** State of a picture. */
export type Known =
  | Readonly<{state: 'coming'}>
  | Readonly<{state: 'failed'; reason: string}>
  | Readonly<{state: 'here'; raster: Raster; small: Raster; set: SetPictures}>;

/** Renderings of a picture so far, by the cells that it took. */
export type SetPictures = Map<
  string,
  Readonly<{rows: readonly Dots[]}> | Readonly<{id: number; cells: Cells}>
>;

/** Bytes of pixels that are kept: some thirty pictures of a usual size. */
const BUDGET = 64_000_000;

/** The pictures that were asked for, the latest used last; those that were not used for longest go first. */
export class KeptPictures {
  readonly #known = new Map<string, Known>();
  readonly #onDropped: (known: Known) => void;

  constructor(onDropped: (known: Known) => void) {
    this.#onDropped = onDropped;
  }

  get(key: string): Known | undefined {
    const known = this.#known.get(key);
    if (known) {
      this.#known.delete(key);
      this.#known.set(key, known);
    }
    return known;
  }

  put(key: string, known: Known): void {
    this.drop(key);
    this.#known.set(key, known);
    let bytes = 0;
    for (const [other, one] of [...this.#known].reverse()) {
      bytes += one.state === 'here' ? one.raster.rgb.length : 0;
      if (bytes > BUDGET && other !== key) this.drop(other);
    }
  }

  drop(key: string): void {
    const known = this.#known.get(key);
    if (!known) return;
    this.#known.delete(key);
    this.#onDropped(known);
  }

  /** The keys that begin so. */
  keys(beginning: string): readonly string[] {
    return [...this.#known.keys()].filter(key => key.startsWith(beginning));
  }

  all(): readonly Known[] {
    return [...this.#known.values()];
  }
}
