import type {Page, PageStyle} from '../../domain/page/page.ts';
import {indentWithin, indented} from '../layout/setting.ts';
import {Painter} from '../paint/painter.ts';
import {flow} from '../text/flow.ts';
import {drawn, prefixed} from '../text/line.ts';
import {look, ours} from '../text/look.ts';
import {setFlow} from '../text/set-flow.ts';

/**
 * The addresses behind the numbers in a text, for where they can't be opened: one number a line, in order.
 */
export function linkList(page: Page, style: PageStyle): readonly string[] {
  const urls = new Map<number, string>();
  for (const {number, target} of page.links)
    if (number !== undefined && target.kind === 'url') urls.set(number, target.url);
  if (urls.size === 0) return [];
  const numbers = [...urls.keys()].sort((a, b) => a - b);
  const indent = indentWithin(page.measure, String(numbers.at(-1)).length + 2);
  const lines = numbers.flatMap(number => {
    const [first, ...rest] = setFlow(
      flow(urls.get(number) ?? '', look('quiet')),
      page.measure - indent,
      'greedy',
    );
    const head = prefixed(
      drawn(`${number}`.padStart(indent - 2).padEnd(indent), ours('quiet')),
      first ?? {pieces: [], width: 0},
    );
    return indent === 0 ? [first ?? head, ...rest] : [head, ...indented(rest, indent)];
  });
  const painter = new Painter({...style, hyperlinks: false});
  return [...setFlow(flow('Links', ours('heading')), page.measure, 'greedy'), ...lines].map(line =>
    painter.paint(line),
  );
}
