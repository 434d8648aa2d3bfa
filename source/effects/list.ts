import type {Effect} from '../app/core/effect.ts';
import type {Library} from '../ports/library.ts';
import type {Dispatch} from '../app/core/store.ts';
import type {ArticleRow, Snippet, View} from '../domain/query/view.ts';
import {pause} from './timing.ts';
import type {EffectContext} from './context.ts';

type Of<K extends Effect['kind']> = Extract<Effect, {kind: K}>;

export function loadList(
  {library}: EffectContext,
  {key, view, offset, count}: Of<'load-list'>,
  dispatch: Dispatch,
): void {
  dispatch({type: 'list-loaded', key, window: library.window(view, offset, count)});
}

/** The rows around the article that was selected, wherever it is now. */
export function reloadList(
  {library}: EffectContext,
  {key, view, selectedId, selected, top, count}: Of<'reload-list'>,
  dispatch: Dispatch,
): void {
  // Other threads write: what is counted and what is read have to be of one moment.
  const found = library.together(() => {
    const now = (selectedId === undefined ? undefined : library.indexOf(view, selectedId)) ?? selected;
    const offset = Math.max(0, top + now - selected - Math.floor(count / 3));
    return {window: library.window(view, offset, count), selected: now};
  });
  dispatch({type: 'list-loaded', key, ...found});
}

export function loadPublications({library}: EffectContext, dispatch: Dispatch): void {
  dispatch({
    type: 'publications-loaded',
    publications: library.publications(),
    savedQueries: library.savedQueries(),
  });
}

/** Articles as they are now. */
export function loadRows(
  {library}: EffectContext,
  {ids, isUnasked}: Of<'load-rows'>,
  dispatch: Dispatch,
): void {
  const rows = ids.flatMap(id => library.article(id) ?? []);
  dispatch({type: 'marked', rows, ...(isUnasked && {isUnasked})});
}

/** The next or previous unread article of a view, or any of them. */
export function findUnread(
  {library}: EffectContext,
  {view, by, afterId, isCrossed}: Of<'find-unread'>,
  dispatch: Dispatch,
): void {
  const row = by === 'any' ? anyUnread(library, view, afterId) : library.nextUnread(view, afterId, by < 0);
  dispatch({type: 'unread-found', by, ...(row && {row}), ...(isCrossed && {isCrossed})});
}

/** An unread article by chance, another than this one if there are several. */
function anyUnread(library: Library, view: View, notId: string | undefined): ArticleRow | undefined {
  const {total} = library.window(view, 0, 0);
  const [start] = library.window(view, Math.floor(Math.random() * total), 1).rows;
  const found = start && !start.isRead ? start : library.nextUnread(view, start?.id);
  return found?.id === notId ? library.nextUnread(view, notId) : found;
}

/** Counts what has come into a list since it was read. */
export function countNews(
  {library}: EffectContext,
  {key, view, known}: Of<'count-news'>,
  dispatch: Dispatch,
): void {
  dispatch({type: 'news-counted', key, news: Math.max(0, library.window(view, 0, 0).total - known)});
}

export function findNext(
  {library}: EffectContext,
  {view, afterId}: Of<'find-next'>,
  dispatch: Dispatch,
): void {
  const row = library.nextUnread(view, afterId);
  dispatch({type: 'next-found', afterId, ...(row && {row})});
}

/** Counting may take a while in a large library: each count comes by itself, between keys. */
export async function count(
  {library}: EffectContext,
  {queries, publications}: Of<'count'>,
  dispatch: Dispatch,
): Promise<void> {
  for (const query of queries) {
    await new Promise(setImmediate);
    const found = countOf(library, {query, ...(publications && {publications})});
    if (found !== undefined) dispatch({type: 'counted', counts: {[query]: found}});
  }
}

/** A search that was kept long ago may not be understood any more. */
function countOf(library: Library, view: View): number | undefined {
  try {
    return library.window(view, 0, 0).total;
  } catch {
    return undefined;
  }
}

/** Half-read articles are looked for when nothing else is to be done. */
export async function findUnfinished(
  {library}: EffectContext,
  {publications}: Of<'find-unfinished'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  await new Promise(setImmediate);
  if (signal.aborted) return;
  const view = {query: 'is:started', order: 'recent', ...(publications && {publications})} as const;
  const [row] = library.window(view, 0, 1).rows;
  dispatch({type: 'unfinished-found', ...(row && {row})});
}

/** Longer than between two letters that are typed in one go, in milliseconds. */
const TYPING = 100;

/** In the first pause of typing. */
export async function prepareFilter(
  {library}: EffectContext,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  if (await library.loadRanker()) dispatch({type: 'library-changed'});
  await pause(TYPING);
  if (!signal.aborted) library.prepareFilter();
}

/** Texts unpacked and searched between two keys. */
const AT_ONCE = 4;

/**
 * Finds the lines of listed articles that match a query, some at a time, after the rows are on the screen.
 */
export async function findSnippets(
  {library}: EffectContext,
  {key, query, ids}: Of<'find-snippets'>,
  dispatch: Dispatch,
  signal: AbortSignal,
): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await new Promise(setImmediate);
    if (signal.aborted) return;
    const snippets: Record<string, Snippet> = {};
    for (const id of ids.slice(from, from + AT_ONCE)) {
      const snippet = library.snippet(query, id);
      if (snippet) snippets[id] = snippet;
    }
    dispatch({type: 'snippets-found', key, query, snippets});
  }
}
