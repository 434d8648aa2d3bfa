import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import {IN_BLOCK} from './within.ts';
import type {LayOut} from './within.ts';
import type {Setting} from './setting.ts';
import {indentWithin} from './setting.ts';

/** A quotation beside a bar; a remark has its title above and a bar in its colour. */
export function layOutQuote(
  {blocks, alert}: Extract<Block, {kind: 'quote'}>,
  measure: number,
  setting: Setting,
  layOutAll: LayOut,
): readonly Line[] {
  const indent = indentWithin(measure, 2);
  const role = alert?.role ?? 'rule';
  const {bar} = setting.glyphs;
  const title = alert ? setFlow(alert.title, measure - indent, setting.breaking) : [];
  const inner = [...title, ...layOutAll(blocks, measure - indent, setting, IN_BLOCK)];
  if (indent === 0) return inner;
  const isRtl = inner.some(line => line.isRtl);
  const blank = lineOf([drawn(bar, ours(role))]);
  return inner.map(line =>
    line.pieces.length === 0
      ? isRtl
        ? {...blank, isRtl}
        : blank
      : prefixed(drawn(`${bar} `, ours(role)), line),
  );
}
