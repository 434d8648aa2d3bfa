import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {BLANK} from '../text/line.ts';
import {setFlow} from '../text/set-flow.ts';
import {indented} from './indented.ts';
import {IN_BLOCK} from './within.ts';
import type {LayOut} from './within.ts';
import {hung} from './list.ts';
import type {Setting} from './setting.ts';
import {indentWithin} from './setting.ts';

/** What a web page would fold away stands open below its title. */
export function layOutDetails(
  {summary, blocks}: Extract<Block, {kind: 'details'}>,
  measure: number,
  setting: Setting,
  layOutAll: LayOut,
): readonly Line[] {
  const indent = indentWithin(measure, 2);
  const title = hung(
    setFlow(summary, measure - indent, setting.breaking),
    setting.glyphs.unfolded,
    indent,
    measure,
  );
  const inner = layOutAll(blocks, measure - indent, setting, IN_BLOCK);
  return inner.length === 0 ? title : [...title, BLANK, ...indented(inner, indent)];
}
