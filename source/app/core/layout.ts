import {viewName} from '../../domain/query/view.ts';
import type {ListScreen, State} from './state.ts';
import {screenOf} from './state.ts';

/** The shares of the window; the one place that decides what gives way first. All in cells and rows. */
export type Layout = Readonly<{
  /** List and article stand side by side. */
  isSplit: boolean;
  listColumns: number;
  articleColumns: number;
  /** Lines above the list's rows: title, tagline, air. */
  masthead: number;
  /** The second of them is the tagline. */
  hasTagline: boolean;
  /** Lines above the rows of the publications. */
  shelfHead: number;
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

/** The layout for a list: the one that is shown, or lies under what is shown, unless another is given. */
export function layoutOf(state: State, list: ListScreen | undefined = lastList(state)): Layout {
  const {columns, rows, settings, isZen, isSpoken, trail} = state;
  if (isSpoken) return SPOKEN;
  const isSplit =
    settings.sideBySide &&
    !settings.isCalm &&
    columns >= SPLIT_FROM &&
    !isZen &&
    trail.some(screen => screen.kind === 'list');
  const listColumns = isSplit ? Math.min(64, Math.floor(columns * 0.4)) : columns;
  const articleColumns = isSplit ? columns - listColumns - 1 : columns;
  // An author's page begins with a card: two lines say who that is.
  const density = densityFor(state, list);
  const hasCard = rows >= 20 && density !== 'lines' && list?.author?.bio !== undefined;
  const shelfHead = rows >= 16 ? 3 : rows >= 9 ? 2 : 1;
  // One-line rows begin right under the tagline: as many as can be are on the screen.
  const masthead = hasCard ? 4 : density === 'lines' ? Math.min(2, shelfHead) : shelfHead;
  const footer = rows >= 16 ? 2 : 1;
  const listLines = Math.max(1, rows - masthead - footer);
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
    hasTagline: rows >= 16,
    shelfHead,
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
  hasTagline: false,
  shelfHead: 0,
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

function lastList({trail}: State): ListScreen | undefined {
  return trail.findLast((screen): screen is ListScreen => screen.kind === 'list');
}

/** From so many articles on, a library is gone through line by line. */
const LARGE = 10_000;

/**
 * The reader's choice for this list, else for all. By itself one publication has cards, several one line an
 * article; what a search found shows its words.
 */
function densityFor(state: State, list: ListScreen | undefined): Layout['density'] {
  const {settings, rows, publications} = state;
  const wanted = (list && densityOf(settings, list)) ?? settings.density;
  if (wanted !== 'auto') return wanted;
  const isFound = list?.view.order === 'relevance';
  const isLarge = publications.reduce((sum, {total}) => sum + total, 0) >= LARGE;
  if (!isFound && ((list && isMixed(state, list)) || isLarge)) return 'lines';
  if (rows >= 20) return 'airy';
  return rows >= 13 ? 'compact' : 'lines';
}

/** The density that was chosen for a view by its key: "lines all". */
function densityOf({listDensities}: State['settings'], {whole, base}: ListScreen) {
  const name = viewName(whole ?? base);
  return DENSITIES.find(density => listDensities.includes(`${density} ${name}`));
}

/** The densities that the key walks through. */
export const DENSITIES = ['airy', 'compact', 'lines'] as const;

/** The list has articles of several publications. */
export function isMixed({publications}: State, {view}: ListScreen): boolean {
  if (view.publications) return view.publications.length > 1;
  return publications.filter(({isListed, isHidden}) => isListed && !isHidden).length > 1;
}
