import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Layout} from '../../app/core/layout.ts';
import {isBefore} from '../../app/article/reading.ts';
import type {Reading, State} from '../../app/core/state.ts';
import type {Highlight} from '../../domain/page/page.ts';
import {safeAnsi} from '../../domain/text/sink.ts';
import {BLANK, fit, segment, spread, widthOf} from '../parts/line.ts';
import type {Line as LineOfSegments} from '../parts/line.ts';
import {Line, Row} from '../parts/lines.tsx';
import {screenTitle} from '../parts/masthead-lines.ts';
import {ownTagsOf} from '../parts/row-parts.ts';
import {useLook} from '../../screen/look.ts';
import {problemLines} from './problem-lines.ts';

type Props = Readonly<{state: State; reading: Reading; layout: Layout; height: number; isPreview: boolean}>;

/** An article: the way back above, then the page's lines as they stand. */
export function ArticleScreen({state, reading, layout, height, isPreview}: Props): ReactNode {
  const {glyphs} = useLook();
  const {page, place, row, problem} = reading;
  const head: LineOfSegments[] = [];
  if (layout.articleHead > 0) head.push(isPreview ? BLANK : wayBack(state, reading, layout, glyphs.back));
  while (head.length < layout.articleHead) head.push(BLANK);
  // The air above the status line stays, whatever is shown there.
  const rows = Math.max(1, Math.min(layout.pageRows, height - head.length));
  const indent = ' '.repeat(layout.indent);
  const lines = page?.lines(place, rows, highlightsOf(reading)) ?? [];
  const waiting = problem
    ? problemLines(state.keymap, problem, layout)
    : page
      ? []
      : [[segment(`${indent}${row ? `Opening ${row.title}` : 'Opening'}${glyphs.ellipsis}`, 'quiet')]];
  return (
    <Box flexDirection="column" width={layout.articleColumns} height={height} overflow="hidden">
      {head.map((line, index) => (
        <Line key={`head-${index}`} line={line} />
      ))}
      {waiting.map((line, index) => (
        <Line key={`waiting-${index}`} line={line} />
      ))}
      {waiting.length === 0 &&
        lines
          .slice(0, rows)
          .map((line, index) => <Row key={index} text={line === '' ? ' ' : indent + safeAnsi(line)} />)}
    </Box>
  );
}

/** The way back and the reader's own tags; once the article's own head has gone by, its title. */
function wayBack(state: State, {row, page, place}: Reading, layout: Layout, glyph: string): LineOfSegments {
  const below = state.trail.at(-2);
  const from = below ? screenTitle(state, below) : 'Back';
  const isAtHead = !page || !isBefore(page.move(page.start, HEAD_LINES), place);
  const width = layout.articleColumns - 4;
  const title = isAtHead ? (row ? ownTagsOf(row) : '') : (row?.title ?? '');
  // If there is no room for both, the title says more.
  if (title !== '' && widthOf([segment(from)]) + Math.min(24, widthOf([segment(title)])) + 4 > width)
    return [segment('  '), ...spread([segment(`${glyph} ${title}`, 'quiet')], [], width)];
  return [
    segment('  '),
    ...spread(
      [segment(`${glyph} ${from}`, 'quiet')],
      [segment(fit(title, Math.max(0, width - widthOf([segment(from)]) - 4)), 'quiet')],
      width,
    ),
  ];
}

/** About as many lines as category, title and rule take. */
const HEAD_LINES = 3;

function highlightsOf({page, chosen, find}: Reading): readonly Highlight[] {
  const lit: Highlight[] = (find?.spans ?? []).map((span, index) => ({
    span,
    role: index === find?.current ? 'currentMatch' : 'match',
  }));
  if (page && chosen) for (const span of page.spans(chosen)) lit.push({span, role: 'chosen'});
  return lit;
}
