import {median, quantile, shown} from './numbers.ts';

/** Measured numbers, by program and by what they are of. */
export class Figures {
  readonly #all = new Map<string, Map<string, number[]>>();

  note(program: string, what: string, ...numbers: readonly number[]): void {
    const of = this.#all.get(program) ?? new Map<string, number[]>();
    of.set(what, [...(of.get(what) ?? []), ...numbers.filter(number => Number.isFinite(number))]);
    this.#all.set(program, of);
  }

  programs(): readonly string[] {
    return [...this.#all.keys()];
  }

  /** The kinds of numbers that were measured of a program. */
  kinds(program: string): readonly string[] {
    return [...(this.#all.get(program)?.keys() ?? [])];
  }

  of(program: string, what: string): readonly number[] {
    return this.#all.get(program)?.get(what) ?? [];
  }

  /** NaN where nothing was measured. */
  median(program: string, what: string): number {
    return median(this.of(program, what));
  }

  p95(program: string, what: string): number {
    return quantile(this.of(program, what), 0.95);
  }

  /** Median and 95th percentile as text. */
  both(program: string, what: string): string {
    const numbers = this.of(program, what);
    return numbers.length > 0 ? `${shown(median(numbers))}/${shown(quantile(numbers, 0.95))}` : '–';
  }
}
