import type {State} from './state.ts';
import {screenOf} from './state.ts';

/** The shares of the window; the one place that decides what gives way first. All in cells and rows. */
export type Layout = Readonly<{
  /** List and article stand side by side. */
  isSplit: boolean;
  listColumns: number;
  articleColumns: number;
  /** Lines above the list's rows: title, tagline, air. */
  masthead: number;
  /** Lines at the bottom: air and the status line. */
  footer: number;
  density: 'airy' | 'compact' | 'lines';
  excerptLines: number;
  /** Lines that one row of the list takes, its air included. */
  rowHeight: number;
  /** Rows of the list on the screen. */
  visibleRows: number;
  /** Lines above the article's text: the way back, air. */
  articleHead: number;
  /** Lines of the article on the screen. */
  pageRows: number;
  measure: number;
  /** Blank cells left of the article's lines. */
  indent: number;
}>;

/** Below this nothing can be set; the screen says so. */
export const SMALLEST = {columns: 20, rows: 5} as const;

export const SPLIT_FROM = 110;

export function layoutOf({columns, rows, settings, isZen, isSpoken, trail}: State): Layout {
  if (isSpoken) return SPOKEN;
  const isSplit =
    settings.sideBySide && columns >= SPLIT_FROM && !isZen && trail.some(screen => screen.kind === 'list');
  const listColumns = isSplit ? Math.min(64, Math.floor(columns * 0.4)) : columns;
  const articleColumns = isSplit ? columns - listColumns - 1 : columns;
  // An author's page begins with a card: two lines say who that is.
  const hasCard = rows >= 20 && trail.findLast(one => one.kind === 'list')?.author?.bio !== undefined;
  const masthead = rows >= 16 ? (hasCard ? 4 : 3) : rows >= 9 ? 2 : 1;
  const footer = rows >= 16 ? 2 : 1;
  const listLines = Math.max(1, rows - masthead - footer);
  const density = densityFor(settings.density, rows);
  const excerptLines = density === 'airy' ? (rows >= 36 ? 2 : 1) : 0;
  const rowHeight = density === 'airy' ? 3 + excerptLines : density === 'compact' ? 3 : 1;
  const articleHead = isZen ? 0 : rows >= 12 ? 2 : 1;
  const margin = articleColumns >= 60 ? 4 : articleColumns >= 30 ? 1 : 0;
  const measure = Math.max(1, Math.min(settings.measure, articleColumns - 2 * margin));
  return {
    isSplit,
    listColumns,
    articleColumns,
    masthead,
    footer,
    density,
    excerptLines,
    rowHeight,
    visibleRows: Math.max(1, Math.floor((listLines + (density === 'lines' ? 0 : 1)) / rowHeight)),
    articleHead,
    pageRows: Math.max(1, rows - articleHead - (isZen ? 0 : footer)),
    measure,
    indent: Math.floor((articleColumns - measure) / 2),
  };
}

/** Read aloud there is no window: a paragraph is one line, and a page is a handful of rows. */
const SPOKEN: Layout = {
  isSplit: false,
  listColumns: 2000,
  articleColumns: 2000,
  masthead: 0,
  footer: 0,
  density: 'lines',
  excerptLines: 0,
  rowHeight: 1,
  visibleRows: 10,
  articleHead: 0,
  pageRows: 1,
  measure: 2000,
  indent: 0,
};

/** The rows that a movement by page or half page skips, for the screen that is shown. */
export function pageLength(state: State): number {
  const layout = layoutOf(state);
  return screenOf(state).kind === 'article' ? Math.max(1, layout.pageRows - 2) : layout.visibleRows;
}

function densityFor(wanted: State['settings']['density'], rows: number): Layout['density'] {
  if (wanted !== 'auto') return wanted;
  if (rows >= 20) return 'airy';
  return rows >= 13 ? 'compact' : 'lines';
}
