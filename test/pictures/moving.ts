import type {Cell} from '../helpers/terminal.ts';
import {pictureOf, rowOf, CELL, PADDING} from './svg.ts';

/** One frame of a moving picture and how long it is shown, in seconds. */
export type Shot = Readonly<{cells: readonly (readonly Cell[])[]; seconds: number}>;

/**
 * A session as an SVG that plays in a loop by CSS alone. A row that several frames share is drawn once and
 * referred to, so the file grows with what changes.
 */
export function movingSvg(shots: readonly Shot[], title: string): string {
  const rows = new Map<string, string>();
  const total = shots.reduce((sum, {seconds}) => sum + seconds, 0);
  const percent = (seconds: number): string => `${Math.round((seconds / total) * 10_000) / 100}%`;
  let start = 0;
  const styles: string[] = [];
  const frames = shots.map(({cells, seconds}, index) => {
    const [from, to] = [start, start + seconds];
    start = to;
    styles.push(
      `#f${index}{animation:k${index} ${total}s step-end infinite}@keyframes k${index}{0%{visibility:${from === 0 ? 'visible' : 'hidden'}}${from === 0 ? '' : `${percent(from)}{visibility:visible}`}${to >= total ? '' : `${percent(to)}{visibility:hidden}`}}`,
    );
    const uses = cells.map((row, line) => {
      const drawn = rowOf(row, 0);
      if (drawn === '') return '';
      const id = rows.get(drawn) ?? `r${rows.size}`;
      rows.set(drawn, id);
      return `<use href="#${id}" y="${PADDING + line * CELL.height}"/>`;
    });
    return `<g id="f${index}">${uses.join('')}</g>\n`;
  });
  const definitions = [...rows].map(([drawn, id]) => `<g id="${id}">${drawn}</g>`).join('\n');
  return pictureOf(
    shots[0]?.cells ?? [],
    title,
    `<style>${styles.join('')}</style>\n<defs>\n${definitions}\n</defs>\n${frames.join('')}`,
  );
}
