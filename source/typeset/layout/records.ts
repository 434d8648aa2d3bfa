import {indentWithin, indented, largest} from './setting.ts';
import type {Block} from '../blocks/block.ts';
import {cellsOf} from '../text/cells.ts';
import type {Flow} from '../text/flow.ts';
import {isBlank} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import {drawn, lineOf, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';
import type {Setting} from './setting.ts';

type Table = Extract<Block, {kind: 'table'}>;

/** A table that is too wide: each row below the other, each cell behind the name of its column. */
export function layOutRecords({head, rows}: Table, measure: number, setting: Setting): readonly Line[] {
  const names = head.map(({text}) => text.replaceAll('\n', ' '));
  const longest = largest(
    0,
    names.map(name => cellsOf(name)),
  );
  const beside = longest > 0 && longest + 2 <= measure / 2.5 ? longest + 2 : 0;
  const records = rows.length > 0 ? rows : [head];
  return records.flatMap((row, index) => [
    ...(index > 0
      ? [lineOf([drawn(setting.glyphs.rule.repeat(Math.max(1, Math.min(12, measure))), ours('rule'))])]
      : []),
    ...row.flatMap((cell, column) => field(cell, head[column], beside, measure, setting)),
  ]);
}

function field(
  cell: Flow,
  name: Flow | undefined,
  beside: number,
  measure: number,
  setting: Setting,
): readonly Line[] {
  const hasName = name !== undefined && !isBlank(name) && name !== cell;
  if (isBlank(cell)) return [];
  if (!hasName) return setFlow(cell, measure, setting.breaking);
  // The name is repeated in every record: only drawn, so that it is found once.
  const label = ours('quiet');
  if (beside > 0) {
    const [first, ...rest] = setFlow(cell, measure - beside, setting.breaking);
    const words = name.text.replaceAll('\n', ' ');
    return [
      prefixed(
        drawn(words + ' '.repeat(Math.max(0, beside - cellsOf(words))), label),
        first ?? {pieces: [], width: 0},
      ),
      ...indented(rest, beside),
    ];
  }
  const indent = indentWithin(measure, 2);
  const above = setFlow(
    {...name, runs: name.runs.map(run => ({...run, look: label}))},
    measure,
    setting.breaking,
  );
  return [...above, ...indented(setFlow(cell, measure - indent, setting.breaking), indent)];
}
