import {largest} from '../layout/setting.ts';
import {initials} from '../../domain/article/article.ts';
import {cellsOf} from '../text/cells.ts';
import type {Flow} from '../text/flow.ts';
import type {Line} from '../text/line.ts';
import {drawn, prefixed} from '../text/line.ts';
import {ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';

const GAP = 2;

/**
 * Flows one below the other, the first ones beside the badges of the people they name: "(ML)  Mara
 * Lindqvist".
 */
export function besideBadge(
  names: readonly string[],
  flows: readonly Flow[],
  measure: number,
): readonly Line[] {
  const badges = names.map(name => (initials(name) === '' ? '' : `(${initials(name)})`));
  const widest = largest(
    0,
    badges.map(badge => cellsOf(badge)),
  );
  const indent = widest > 0 && measure >= 24 ? widest + GAP : 0;
  return flows.flatMap((flow, index) =>
    setFlow(flow, measure - indent, 'greedy').map((line, row) => {
      const badge = row === 0 ? (badges[index] ?? '') : '';
      if (indent === 0) return line;
      const free = indent - cellsOf(badge);
      const spaced = prefixed(drawn(' '.repeat(free), ours()), line);
      return badge === '' ? spaced : prefixed(drawn(badge, ours('badge')), spaced);
    }),
  );
}
