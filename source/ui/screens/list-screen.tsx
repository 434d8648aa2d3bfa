import {Box} from 'ink';
import type {ReactNode} from 'react';
import {cardOf} from '../../app/list/list.ts';
import {selectedRange} from '../../app/list/selection.ts';
import {snippetsFor} from '../../app/list/snippets.ts';
import {isMixed} from '../../app/core/layout.ts';
import type {Layout} from '../../app/core/layout.ts';
import type {ListScreen as ListState, State} from '../../app/core/state.ts';
import {cardLines} from '../parts/card-lines.ts';
import {emptyLines} from './empty-lines.ts';
import {BLANK} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';
import {Lines} from '../parts/lines.tsx';
import {useLook} from '../../screen/look.ts';
import {mastheadLines} from '../parts/masthead-lines.ts';
import {rowLines} from '../parts/row-lines.ts';

type Props = Readonly<{state: State; screen: ListState; layout: Layout; height: number; hasFocus: boolean}>;

/** The navigable list: masthead, rows, and the newsletter card after the last one. */
export function ListScreen({state, screen, layout, height, hasFocus}: Props): ReactNode {
  const {glyphs} = useLook();
  const lines: Line[] = [...mastheadLines(state, screen, layout, glyphs)];
  const {window, top, selected} = screen;
  const context = {
    width: layout.listColumns,
    now: state.now,
    glyphs,
    isMixed: isMixed(state, screen),
    columns: state.settings.columns,
    hasFocus,
  };
  const snippets = snippetsFor(screen);
  const range = selectedRange(screen);
  const isInRange = (row: number): boolean =>
    range !== undefined && row >= range.from && row < range.from + range.count;
  for (let row = top; row < top + layout.visibleRows; row++) {
    const article = window.rows[row - window.offset];
    const isChosen = row === selected || isInRange(row);
    if (article) lines.push(...rowLines(article, isChosen, layout, context, snippets[article.id]));
  }
  const card = cardOf(state, screen);
  if (card && top + layout.visibleRows > window.total) {
    // The card keeps its distance from rows that stand close together.
    if (layout.density === 'lines') lines.push(BLANK);
    lines.push(...cardLines(card, selected === window.total, layout.listColumns, glyphs));
  }
  if (window.total === 0) lines.push(...emptyLines(state, screen, layout, glyphs));
  return (
    <Box width={layout.listColumns} height={height}>
      <Lines lines={lines} height={height} />
    </Box>
  );
}
