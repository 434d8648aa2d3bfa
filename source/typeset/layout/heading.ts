import {indentWithin, largest} from './setting.ts';
import type {Block} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import type {Flow} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import type {Setting} from './setting.ts';

type Heading = Extract<Block, {kind: 'heading'}>;

/** A heading stands out by weight; the first two levels by a rule as long as their longest line as well. */
export function layOutHeading({flow, level}: Heading, measure: number, {glyphs}: Setting): readonly Line[] {
  const lines = hung(flow, measure);
  if (level > 2) return lines;
  const width = largest(
    1,
    lines.map(line => line.width),
  );
  const rule = lineOf([drawn((level === 1 ? glyphs.heavy : glyphs.rule).repeat(width), ours('rule'))]);
  return [...lines, lines[0]?.isRtl ? {...rule, isRtl: true} : rule];
}

/** "3.2 A title": the lines after the first stand below the title, not below its number. */
function hung(flow: Flow, measure: number): readonly Line[] {
  const number = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[A-Z][.)]|[IVX]{1,5}\.) /.exec(flow.text)?.[0];
  const indent = number === undefined ? 0 : indentWithin(measure / 2, cellsOf(number));
  if (number === undefined || indent === 0) return setFlow(flow, measure, 'balanced');
  const [first, ...rest] = setFlow(without(flow, number.length), measure - indent, 'balanced');
  const look = flow.runs[0]?.look ?? ours('heading');
  return [
    prefixed({text: number, look, at: flow.at}, first ?? {pieces: [], width: 0}),
    ...rest.map(line => prefixed(drawn(' '.repeat(indent), ours()), line)),
  ];
}

function without({text, runs, at}: Flow, length: number): Flow {
  const kept = runs
    .filter(({to}) => to > length)
    .map(({from, to, look}) => ({from: Math.max(0, from - length), to: to - length, look}));
  return {text: text.slice(length), runs: kept, at: at + length};
}
