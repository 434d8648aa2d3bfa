import type {Block} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf} from '../text/line.ts';
import type {Look} from '../text/look.ts';
import {ours} from '../text/look.ts';
import type {LayOut} from './lay-out.ts';
import {hung} from './list.ts';
import type {Setting} from './setting.ts';
import {indentWithin} from './setting.ts';

type Note = Extract<Block, {kind: 'note'}>;

/** A footnote behind its number, with the way back to where it belongs. */
export function layOutNote(
  {number, back, blocks}: Note,
  measure: number,
  setting: Setting,
  depth: number,
  layOutAll: LayOut,
): readonly Line[] {
  const marker = `[${number}]`;
  const hang = indentWithin(measure, Math.max(measure < 24 ? 4 : 5, marker.length + 1));
  const inner = layOutAll(blocks, measure - hang, setting, depth + 1);
  if (back) {
    const look: Look = {...ours('accent'), link: back};
    const last = inner.pop();
    const arrow = ` ${setting.glyphs.back}`;
    if (last && last.width + cellsOf(arrow) <= measure - hang)
      inner.push({...last, pieces: [...last.pieces, drawn(arrow, look)], width: last.width + cellsOf(arrow)});
    else inner.push(...(last ? [last] : []), lineOf([drawn(setting.glyphs.back, look)]));
  }
  return hung(inner, marker, hang, measure);
}
