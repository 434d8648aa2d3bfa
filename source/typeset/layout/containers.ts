import type {Block} from '../blocks/block.ts';
import {hung} from './list.ts';
import {IN_BLOCK, indentWithin, indented} from './setting.ts';
import type {LayOut, Setting} from './setting.ts';
import {cellsOf} from '../text/cells.ts';
import {BLANK, drawn, lineOf, prefixed} from '../text/line.ts';
import type {Line} from '../text/line.ts';
import {ours} from '../text/look.ts';
import type {Look} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';

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

/** A details element, unfolded below its title. */
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
  let inner = layOutAll(blocks, measure - hang, setting, IN_BLOCK);
  if (back) {
    const look: Look = {...ours('accent'), link: back};
    const arrow = ` ${glyphs.back}`;
    const room = measure - hang - cellsOf(arrow);
    // The arrow stands behind the last word, never alone on a line.
    if ((inner.at(-1)?.width ?? 0) > room) inner = layOutAll(blocks, Math.max(1, room), setting, IN_BLOCK);
    const last = inner.pop();
    if (last && last.width <= room)
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
