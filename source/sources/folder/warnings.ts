import {printableLine} from '../../domain/text/printable.ts';
import type {Problem, ProblemKind} from '../../domain/problem.ts';

const MOST = 40;
const MOST_NAMES = 5;
/** Made for the first warning: it takes as long as all else that reads a folder. */
let format: Intl.ListFormat | undefined;

function singular(why: string): string {
  return why
    .replace(/^are parts of/u, 'is a part of')
    .replace(/^are pages/u, 'is a page')
    .replace('not posts', 'not a post')
    .replace('of their names', 'of its name')
    .replace('by their names', 'by its name')
    .replace(/^are\b/u, 'is')
    .replace(/^have names that are/u, 'has a name that is')
    .replace(/^have\b/u, 'has')
    .replace(/^(hold|introduce|describe)\b/u, '$1s');
}

/** Faults of files; where very many have the same, a number stands for the rest. */
export class Warnings {
  readonly #problems: Problem[] = [];
  #more = 0;

  add(kind: ProblemKind, message: string, advice?: string): void {
    if (this.#problems.length >= MOST) this.#more++;
    else this.#problems.push({kind, message: printableLine(message), ...(advice !== undefined && {advice})});
  }

  /** Files that are no articles, those of one reason in one sentence. */
  passedOver(files: readonly Readonly<{path: string; why: string}>[]): void {
    for (const [why, group] of Map.groupBy(files, file => file.why)) {
      const names = group.slice(0, MOST_NAMES).map(({path}) => path);
      const more = group.length - names.length;
      const list = more > 0 ? [...names, `${more} more`] : names;
      this.add(
        'unsupported',
        `Passed over: ${(format ??= new Intl.ListFormat('en', {type: 'conjunction'})).format(list)}, which ${group.length === 1 ? singular(why) : why}.`,
      );
    }
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
