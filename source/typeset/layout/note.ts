import type {Block} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf} from '../text/line.ts';
import type {Look} from '../text/look.ts';
import {ours} from '../text/look.ts';
import {IN_BLOCK} from './within.ts';
import type {LayOut} from './within.ts';
import {hung} from './list.ts';
import type {Setting} from './setting.ts';
import {indentWithin} from './setting.ts';

type Note = Extract<Block, {kind: 'note'}>;

/** A footnote behind its number, with the way back to where it belongs; a rule above the first. */
export function layOutNote(
  {ordinal, number, back, blocks}: Note,
  measure: number,
  setting: Setting,
  layOutAll: LayOut,
): readonly Line[] {
  const {glyphs} = setting;
  const marker = `[${glyphs.note}${number}]`;
  const hang = indentWithin(measure, Math.max(measure < 24 ? 4 : 5, marker.length + 1));
  const inner = layOutAll(blocks, measure - hang, setting, IN_BLOCK);
  if (back) {
    const look: Look = {...ours('accent'), link: back};
    const last = inner.pop();
    const arrow = ` ${glyphs.back}`;
    if (last && last.width + cellsOf(arrow) <= measure - hang)
      inner.push({...last, pieces: [...last.pieces, drawn(arrow, look)], width: last.width + cellsOf(arrow)});
    else inner.push(...(last ? [last] : []), lineOf([drawn(glyphs.back, look)]));
  }
  const lines = hung(inner, marker, hang, measure);
  return ordinal > 1
    ? lines
    : [
        lineOf([drawn(glyphs.rule.repeat(Math.max(1, Math.min(12, Math.floor(measure / 3)))), ours('rule'))]),
        ...lines,
      ];
}
