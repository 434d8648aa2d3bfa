import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {dependsOnMarks} from '../../domain/query/query.ts';
import {parseQuery} from '../../domain/query/query-parse.ts';
import type {ArticleRow, ListWindow, PublicationRow, View} from '../../domain/query/view.ts';
import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import type {Layout} from '../core/layout.ts';
import type {ListScreen, State} from '../core/state.ts';
import {snippetsOf} from './snippets.ts';
import {notify} from '../core/notices.ts';
import {step, withScreenAt} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Lines of the newsletter card below the last row. */
export const CARD_LINES = 4;

const NOTHING: ListWindow = {offset: 0, rows: [], total: 0, unread: 0};

export function listScreen(
  key: number,
  view: View,
  more: Pick<ListScreen, 'heading' | 'author'> = {},
): ListScreen {
  return {kind: 'list', key, view, base: view, window: NOTHING, selected: 0, top: 0, ...more};
}

/** The rows to have at hand around a place: a few screens' worth, so that most moves need no query. */
export function windowAround(top: number, {visibleRows}: Layout): {offset: number; count: number} {
  const margin = Math.max(20, visibleRows * 2);
  return {offset: Math.max(0, top - margin), count: visibleRows + 2 * margin};
}

export function loadList(state: State, screen: ListScreen): Effect {
  const {key, view, top} = screen;
  return {kind: 'load-list', key, view, ...windowAround(top, layoutOf(state, screen))};
}

/**
 * After a change in the library: the same article stays selected, on the same row of the screen. Before
 * anybody has pressed a key it is the beginning of the list that stays.
 */
export function reloadList(state: State, screen: ListScreen): Extract<Effect, {kind: 'reload-list'}> {
  const {key, view, selected, top} = screen;
  const id = state.isUntouched ? undefined : selectedRow(screen)?.id;
  const {count} = windowAround(top, layoutOf(state, screen));
  return {kind: 'reload-list', key, view, selected, top, count, ...(id !== undefined && {selectedId: id})};
}

export function selectedRow({window, selected}: ListScreen): ArticleRow | undefined {
  return window.rows[selected - window.offset];
}

/** The one publication that a list shows, if it shows one. */
export function publicationOf(state: State, {view}: ListScreen): PublicationRow | undefined {
  const [only, ...others] = view.publications ?? [];
  return only === undefined || others.length > 0 ? undefined : state.publications.find(({id}) => id === only);
}

/** The name of a list, as its masthead and the way back to it have it. */
export function listTitle(state: State, list: ListScreen): string {
  return (
    list.heading ??
    publicationOf(state, list)?.title ??
    (list.view.publications ? 'Articles' : 'All articles')
  );
}

/** The newsletter whose card ends the list. */
export function cardOf(state: State, screen: ListScreen): Newsletter | undefined {
  if (screen.window.total === 0 || screen.search || screen.view.query) return undefined;
  return publicationOf(state, screen)?.newsletter;
}

/** The newsletter card is selected, below the last article. */
export function isOnCard({window, selected}: ListScreen): boolean {
  return window.total > 0 && selected >= window.total;
}

/** The highest row number that can be selected; -1 in an empty list. */
export function lastSelectable(state: State, screen: ListScreen): number {
  return screen.window.total - (cardOf(state, screen) ? 0 : 1);
}

/** The rows that fill the last screen, the card counted as the rows whose place it takes. */
function highestTop(state: State, screen: ListScreen, layout: Layout): number {
  const cardLines = layout.density === 'lines' ? CARD_LINES + 1 : CARD_LINES;
  const cardRows = cardOf(state, screen) ? Math.ceil(cardLines / layout.rowHeight) : 0;
  return Math.max(0, screen.window.total + cardRows - layout.visibleRows);
}

/** Moves the selection; the screen follows no further than it must, or by `topBy` rows for a page. */
export function select(state: State, screen: ListScreen, row: number, topBy = 0): Step {
  const layout = layoutOf(state, screen);
  const selected = Math.max(0, Math.min(row, lastSelectable(state, screen)));
  const limit = highestTop(state, screen, layout);
  const lowest = isOnCard({...screen, selected}) ? limit : Math.max(0, selected - layout.visibleRows + 1);
  const top = Math.min(limit, Math.max(lowest, Math.min(screen.top + topBy, selected)));
  const moved: ListScreen = {...screen, selected, top};
  if (screen.isHeld && selected !== screen.selected) return letGo(state, moved);
  const after = withScreenAt(state, moved);
  const effects: Effect[] = [];
  // New articles come in around the selected one.
  if (!isCovered(moved, layout)) effects.push(moved.news ? reloadList(state, moved) : loadList(state, moved));
  else effects.push(...previewOf(after, moved), ...snippetsOf(after, moved));
  return step(after, ...effects);
}

/** The selection has left a row that only stood there still: now the list is read anew. */
function letGo(state: State, {isHeld: _, ...screen}: ListScreen): Step {
  return step(withScreenAt(state, screen), reloadList(state, screen));
}

/**
 * Marks have changed: what stands in the window shows them, and a row that the list would drop stays for now.
 */
export function withMarks(screen: ListScreen, rows: readonly ArticleRow[]): ListScreen {
  const changed = new Map(rows.map(row => [row.id, row]));
  const {window} = screen;
  let {unread} = window;
  const marked = window.rows.map(row => {
    const now = changed.get(row.id);
    if (!now) return row;
    unread += Number(row.isRead) - Number(now.isRead);
    return now;
  });
  const selected = selectedRow(screen);
  const isHeld = selected !== undefined && changed.has(selected.id) && isAboutMarks(screen);
  return {...screen, window: {...window, rows: marked, unread}, ...(isHeld && {isHeld})};
}

function isAboutMarks({view}: ListScreen): boolean {
  const parsed = parseQuery(view.query);
  return parsed.ok && dependsOnMarks(parsed.query);
}

/** Brings in what is new, from the top of the list. */
export function showNews(state: State, screen: ListScreen): Step {
  if (!screen.news) return notify(state, 'Nothing new has come in.');
  const there: ListScreen = {...screen, selected: 0, top: 0};
  const {selectedId: _, ...first} = reloadList(state, there);
  return step(withScreenAt(state, there), first);
}

/** The article to preview beside the list, or to prepare in an idle moment. */
export function previewOf(state: State, screen: ListScreen): readonly Effect[] {
  const id = selectedRow(screen)?.id;
  if (id === undefined || screen.preview?.id === id) return [];
  const {isSplit, measure} = layoutOf(state);
  return [isSplit ? {kind: 'load-article', id, measure, isPreview: true} : {kind: 'prepare-article', id}];
}

function isCovered({window, top, selected}: ListScreen, {visibleRows}: Layout): boolean {
  const end = window.offset + window.rows.length;
  const first = Math.max(0, Math.min(top, selected - 1));
  const last = Math.min(window.total, Math.max(top + visibleRows, selected + 2));
  return window.offset <= first && end >= last;
}

/** Rows have come: keeps the selection within them. */
export function listLoaded(
  state: State,
  screen: ListScreen,
  window: ListWindow,
  selected = screen.selected,
): Step {
  const layout = layoutOf(state, screen);
  const {preview: _, isHeld: __, news: ___, ...bare} = screen;
  const keptPreview =
    screen.preview && window.rows.some(({id}) => id === screen.preview?.id) ? {preview: screen.preview} : {};
  // The article keeps its row on the screen: the top moves as far as the article has moved. Another article
  // is moved to.
  const isSame = window.rows[selected - window.offset]?.id === selectedRow(screen)?.id;
  const top = isSame ? Math.max(0, screen.top + selected - screen.selected) : screen.top;
  const loaded: ListScreen = {...bare, ...keptPreview, window, top};
  const within = Math.max(0, Math.min(selected, lastSelectable(state, loaded)));
  // Below a short list the screen stays as empty as it was, until a key moves it.
  const lowest = highestTop(withScreenAt(state, loaded), loaded, layout);
  const limit = isSame ? Math.max(lowest, top) : lowest;
  const highest = Math.max(within - layout.visibleRows + 1, Math.min(top, within));
  const settled: ListScreen = {...loaded, selected: within, top: Math.min(limit, highest)};
  const after = withScreenAt(state, settled);
  return isCovered(settled, layout) || window.rows.length === 0
    ? step(after, ...previewOf(after, settled), ...snippetsOf(after, settled))
    : step(after, loadList(after, settled));
}
