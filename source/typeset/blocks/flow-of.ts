import type {Flow, Run} from '../text/flow.ts';
import {EMPTY} from '../text/flow.ts';
import type {Block} from './block.ts';
import {flowsOf} from './flows-of.ts';

/** The texts of blocks as one flow, each on a line of its own: for cells and titles. */
export function flowOf(blocks: readonly Block[]): Flow {
  const flows = flowsOf(blocks);
  const [first] = flows;
  if (!first) return EMPTY;
  const runs: Run[] = [];
  let text = '';
  for (const flow of flows) {
    if (text !== '') {
      const look = runs.at(-1)?.look ?? {roles: []};
      runs.push({from: text.length, to: text.length + 1, look});
      text += '\n';
    }
    for (const run of flow.runs) runs.push({...run, from: run.from + text.length, to: run.to + text.length});
    text += flow.text;
  }
  return {text, runs, at: first.at};
}
