import type {Breaking} from '../breaking/break-text.ts';
import {breakText} from '../breaking/break-text.ts';
import type {Broken} from '../breaking/box.ts';
import {hasRightToLeft} from '../../domain/text/right-to-left.ts';
import {isRightToLeft} from './direction.ts';
import {firstRunBeyond} from './flow.ts';
import type {Flow, Run} from './flow.ts';
import type {Line, Piece} from './line.ts';
import {drawn} from './line.ts';
import {TEXT} from './look.ts';

/** Sets flowing text in lines of at most `measure` cells. */
export function setFlow(flow: Flow, measure: number, breaking: Breaking): Line[] {
  const width = Math.max(1, measure);
  const cutter = new Cutter(flow);
  const isRtl = hasRightToLeft(flow.text) ? isRightToLeft(flow.text) : undefined;
  return breakText(flow.text, width, breaking, (from, to) => isCode(flow.runs, from, to)).map(broken =>
    isRtl === undefined ? cutter.line(broken) : {...cutter.line(broken), isRtl},
  );
}

/** Cuts lines out of a flow from its beginning to its end. */
class Cutter {
  readonly #flow: Flow;
  readonly #hasUnseen: boolean;
  #run = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#hasUnseen = UNSEEN.test(flow.text);
  }

  line({from, to, width, hyphen}: Broken): Line {
    const {runs} = this.#flow;
    const pieces: Piece[] = [];
    while (this.#run < runs.length && (runs[this.#run]?.to ?? 0) <= from) this.#run++;
    for (let index = this.#run; index < runs.length; index++) {
      const run = runs[index];
      if (!run || run.from >= to) break;
      this.#cut(pieces, run, Math.max(from, run.from), Math.min(to, run.to));
    }
    if (hyphen) pieces.push(drawn('-', pieces.at(-1)?.look ?? TEXT));
    return {pieces, width};
  }

  /**
   * Every piece is its part of the text, unit by unit: what is not to be seen is left out between two pieces.
   */
  #cut(pieces: Piece[], {look}: Run, from: number, to: number): void {
    const {text, at} = this.#flow;
    const part = text.slice(from, to);
    if (!this.#hasUnseen) {
      pieces.push({text: part, look, at: at + from});
      return;
    }
    let position = 0;
    for (const {0: unseen, index} of part.matchAll(UNSEEN_ALL)) {
      if (index > position)
        pieces.push({text: seen(part.slice(position, index)), look, at: at + from + position});
      position = index + unseen.length;
    }
    if (position < part.length)
      pieces.push({text: seen(part.slice(position)), look, at: at + from + position});
  }
}

/** Soft hyphens, zero-width spaces and word joiners steer the breaking and are not shown. */
const UNSEEN = /[\u00a0\u00ad\u200b\u2060\u202f\ufeff]/u;
const UNSEEN_ALL = /[\u00ad\u200b\u2060\ufeff]+/gu;

function seen(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ');
}

/** True if [from, to) touches a run of code. */
function isCode(runs: readonly Run[], from: number, to: number): boolean {
  for (let index = firstRunBeyond(runs, from); index < runs.length; index++) {
    const run = runs[index];
    if (!run || run.from >= to) return false;
    if (run.look.roles.includes('code')) return true;
  }
  return false;
}
