import {indentWithin, largest} from './setting.ts';
import type {Block, Item} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import type {Line} from '../text/line.ts';
import {BLANK, drawn, lineOf, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import type {LayOut, Setting, Within} from './setting.ts';

type List = Extract<Block, {kind: 'list'}>;

/**
 * Items hang from their markers; numbers end in one column. At the outermost level the markers are set in a
 * little.
 */
export function layOutList(
  list: List,
  measure: number,
  setting: Setting,
  within: Within,
  layOutAll: LayOut,
): readonly Line[] {
  const markers = list.items.map(item => markerOf(list, item, within.lists, setting));
  const width = largest(
    0,
    markers.map(marker => cellsOf(marker)),
  );
  const outer = within.around === 'page' && measure >= 40 ? 2 : 0;
  const hang = indentWithin(measure, outer + width + 1);
  const isAiry = list.isLoose || list.items.some(hasMoreThanText);
  const lines: Line[] = [];
  for (const [index, item] of list.items.entries()) {
    if (index > 0 && isAiry) lines.push(BLANK);
    const marker = markers[index] ?? '';
    const own = layOutAll(item.blocks, measure - hang, setting, {around: 'item', lists: within.lists + 1});
    for (const line of hung(own, `${' '.repeat(outer)}${marker.padStart(width)}`, hang, measure))
      lines.push(line);
  }
  return lines;
}

/** Items with code, tables or several paragraphs stand apart, even if they were written close together. */
function hasMoreThanText({blocks}: Item): boolean {
  return blocks.some(({kind}, index) => kind !== 'list' && (kind !== 'paragraph' || index > 0));
}

/** Lines behind a marker; where there is no room beside it, below it. */
export function hung(lines: readonly Line[], marker: string, hang: number, measure: number): Line[] {
  const [first, ...rest] = lines;
  const indent = drawn(' '.repeat(hang), ours());
  if (hang === 0) return [lineOf([drawn(marker.trim().slice(0, measure), ours('quiet'))]), ...lines];
  const head = drawn(marker.padEnd(hang), ours('quiet'));
  if (!first) return [lineOf([drawn(marker, ours('quiet'))])];
  return [
    first.pieces.length === 0 ? lineOf([drawn(marker, ours('quiet'))]) : prefixed(head, first),
    ...rest.map(line => (line.pieces.length === 0 ? line : prefixed(indent, line))),
  ];
}

function markerOf({isOrdered}: List, {task, label = ''}: Item, depth: number, {glyphs}: Setting): string {
  if (task) return `${label}${isOrdered ? ' ' : ''}${task === 'done' ? glyphs.done : glyphs.open}`;
  return isOrdered ? label : (glyphs.bullets[depth % glyphs.bullets.length] ?? '-');
}
