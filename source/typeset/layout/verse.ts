import {largest} from '../text/largest.ts';
import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {setFlow} from '../text/set-flow.ts';
import {indented} from './indented.ts';
import {indentWithin} from './setting.ts';

/** Lines as they were written; what is too long for one goes on below, set in. */
export function layOutVerse(
  {flow, isCentred}: Extract<Block, {kind: 'verse'}>,
  measure: number,
): readonly Line[] {
  const lines = setFlow(flow, measure, 'greedy');
  const widest = largest(
    0,
    lines.map(({width}) => width),
  );
  return indented(
    lines,
    isCentred ? Math.floor((measure - widest) / 2) : indentWithin(measure, Math.min(2, measure - widest)),
  );
}
