import type {Block} from '../blocks/block.ts';
import type {Line} from '../text/line.ts';
import {BLANK} from '../text/line.ts';
import {setFlow} from '../text/set-flow.ts';
import {indented} from './indented.ts';
import {IN_BLOCK} from './within.ts';
import type {LayOut} from './within.ts';
import type {Setting} from './setting.ts';
import {indentWithin} from './setting.ts';

/** Each term, and below it, set in, what it means. */
export function layOutDefinitions(
  {entries}: Extract<Block, {kind: 'definitions'}>,
  measure: number,
  setting: Setting,
  layOutAll: LayOut,
): readonly Line[] {
  const indent = indentWithin(measure, measure < 24 ? 2 : 4);
  const isLoose = entries.some(({definitions}) => definitions.some(blocks => blocks.length > 1));
  return entries.flatMap(({terms, definitions}, index) => [
    ...(index > 0 && (isLoose || entries.length < 8) ? [BLANK] : []),
    ...terms.flatMap(term => setFlow(term, measure, setting.breaking)),
    ...definitions.flatMap(blocks =>
      indented(layOutAll(blocks, measure - indent, setting, IN_BLOCK), indent),
    ),
  ]);
}
