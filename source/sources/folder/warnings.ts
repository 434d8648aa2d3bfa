import {printableLine} from '../../domain/text/printable.ts';
import type {Problem, ProblemKind} from '../../domain/problem.ts';

const MOST = 40;

/** What was wrong with files; where it is the same with very many, a number stands for the rest. */
export class Warnings {
  readonly #problems: Problem[] = [];
  #more = 0;

  add(kind: ProblemKind, message: string, advice?: string): void {
    if (this.#problems.length >= MOST) this.#more++;
    else this.#problems.push({kind, message: printableLine(message), ...(advice !== undefined && {advice})});
  }

  take(problems: readonly Problem[]): void {
    this.#problems.push(...problems);
  }

  all(): readonly Problem[] {
    return this.#more === 0
      ? this.#problems
      : [
          ...this.#problems,
          {kind: 'malformed', message: `${this.#more} more files have something wrong with them.`},
        ];
  }
}
