import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import type {Setting} from './setting.ts';

const LABEL = 'Image';

/** A frame in the place of a picture, no wider than its words. */
export function layOutImage(
  {flow}: Extract<Block, {kind: 'image'}>,
  measure: number,
  setting: Setting,
): readonly Line[] {
  const {corners, rule, bar} = setting.glyphs;
  const [left, right, bottomLeft, bottomRight] = corners;
  const room = measure - 4;
  const look = ours('rule');
  if (room < 8) return setFlow(flow, measure, setting.breaking);
  const inner = setFlow(flow, room, setting.breaking);
  const width = Math.max(LABEL.length + 2, ...inner.map(line => line.width));
  return [
    lineOf([
      drawn(`${left}${rule} `, look),
      drawn(LABEL, ours('quiet')),
      drawn(` ${rule.repeat(width - LABEL.length - 1)}${right}`, look),
    ]),
    ...inner.map(line =>
      lineOf([
        drawn(`${bar} `, look),
        ...line.pieces,
        drawn(`${' '.repeat(width - line.width)} ${bar}`, look),
      ]),
    ),
    lineOf([drawn(`${bottomLeft}${rule.repeat(width + 2)}${bottomRight}`, look)]),
  ];
}
