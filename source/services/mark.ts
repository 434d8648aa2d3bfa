import {ownTagsIn, WANTED_TAG, type TagChange} from '../domain/article/own-tag.ts';
import {ProblemError} from '../domain/problem.ts';
import type {ArticleRow, ListPart, View} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import type {Services} from './context.ts';
import {continueInParts} from './undo/in-parts.ts';
import type {InParts} from './undo/in-parts.ts';

type Change = Readonly<{isRead?: boolean; isStarred?: boolean; isByReading?: boolean}>;

export const GONE = 'This article is no longer in the library.';

type OnMarked = Readonly<{
  onWritten: () => void;
  /** Called when another process is writing; the library shows the change until it is written. */
  onWaiting?: () => void;
}>;

/** Marks articles: one act, which can be undone. */
export function mark(
  ids: readonly string[],
  change: Change,
  {library, writes}: Pick<Services, 'library' | 'writes'>,
  {onWritten, onWaiting}: OnMarked,
): void {
  if (ids.length === 0) return onWritten();
  writes.add({
    work: () => library.mark(ids, change),
    pending: {kind: 'marks', ids, ...change},
    onWritten,
    ...(onWaiting && {onWaiting}),
  });
}

/**
 * The ids of given articles and of those that match a query, each once. @throws ProblemError for an unknown
 * id.
 */
export function idsToMark(library: Library, ids: readonly string[], query: string | undefined): string[] {
  const unknown = ids.find(id => !library.article(id));
  if (unknown !== undefined)
    throw new ProblemError({
      kind: 'missing',
      message: `The library has no article with the id ${unknown}. Nothing was marked.`,
      advice: 'Only articles of what you follow can be marked; "inkwell sources" names it.',
    });
  const matches = query === undefined ? [] : allRows(library, {query});
  return [...new Set([...ids, ...matches.map(({id}) => id)])];
}

function allRows(library: Library, view: View): readonly ArticleRow[] {
  return library.window(view, 0, library.window(view, 0, 0).total).rows;
}

/** The ids of the unread articles in a part of a list. @throws ProblemError if its article is not listed. */
export function unreadIn(library: Library, view: View, {side, id}: ListPart): string[] {
  const rows = allRows(library, view);
  const at = rows.findIndex(row => row.id === id);
  if (at < 0)
    throw new ProblemError({
      kind: 'missing',
      message: `The list has no article with the id ${id}.`,
      advice: '"inkwell list" shows the ids. Nothing was marked.',
    });
  const part = side === 'above' ? rows.slice(0, at + 1) : rows.slice(at + 1);
  return part.filter(({isRead}) => !isRead).map(row => row.id);
}

/**
 * Marks all articles of a view, or of a part of it, as read: one act. Very many are marked in parts, and
 * keys are answered in between.
 */
export function markAllRead(
  {view, part}: Readonly<{view: View; part: ListPart | undefined}>,
  services: Pick<Services, 'library' | 'writes' | 'report'>,
  {onChanged, onDone}: InParts<number>,
): void {
  const {library, writes} = services;
  writes.add({
    work: () => library.markAllRead(view, part),
    pending: {kind: 'act'},
    onWritten(count) {
      onChanged();
      continueInParts(services, onChanged, () => onDone(count));
    },
  });
}

/**
 * Adds and removes own tags: one act, which can be undone. `onWritten` is given how many articles changed.
 */
export function tagArticles(
  ids: readonly string[],
  change: TagChange,
  {library, writes}: Pick<Services, 'library' | 'writes'>,
  onWritten: (changed: number) => void,
): void {
  writes.add({work: () => library.tag(ids, change), pending: {kind: 'act'}, onWritten});
}

/** The names of tags, each once. @throws ProblemError for what is not one word. */
export function tagNames(words: readonly string[]): readonly string[] {
  const {names, wrong} = ownTagsIn(words);
  if (wrong === undefined) return names;
  throw new ProblemError({
    kind: 'malformed',
    message: `“${wrong}” is not a tag.`,
    advice: `${WANTED_TAG}. Nothing was changed.`,
  });
}

export function markedSentence({isRead, isStarred}: Change): string {
  if (isStarred === undefined) return `Marked as ${isRead ? 'read' : 'unread'}.`;
  return isStarred ? 'Starred.' : 'Removed the star.';
}
