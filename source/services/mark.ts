import {ownTagsIn, WANTED_TAG, type TagChange} from '../domain/article/own-tag.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {ArticleRow, View} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import type {Services} from './context.ts';

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
      message: `The library has no article with the id ${unknown}.`,
      advice: '"inkwell list" shows the ids. Nothing was marked.',
    });
  const matches = query === undefined ? [] : allRows(library, {query});
  return [...new Set([...ids, ...matches.map(({id}) => id)])];
}

function allRows(library: Library, view: View): readonly ArticleRow[] {
  return library.window(view, 0, library.window(view, 0, 0).total).rows;
}

/**
 * Marks all articles of a view as read: one act. Very many are marked in parts, and keys are answered in
 * between.
 */
export function markAllRead(
  view: View,
  services: Pick<Services, 'library' | 'writes' | 'report'>,
  {onChanged, onDone}: InParts<number>,
): void {
  const {library, writes} = services;
  writes.add({
    work: () => library.markAllRead(view),
    pending: {kind: 'act'},
    onWritten(count) {
      onChanged();
      continueInParts(services, onChanged, () => onDone(count));
    },
  });
}

/** Undoes the last act of this run, or of the run before it; `onDone` is given its description. */
export function undo(
  services: Pick<Services, 'library' | 'writes' | 'report'>,
  {onChanged, onDone}: InParts<string | undefined>,
): void {
  const {library, writes} = services;
  writes.add({
    work: () => library.undoInParts(),
    pending: {kind: 'undo'},
    onWritten(undone) {
      if (undone) onChanged();
      continueInParts(services, onChanged, () => onDone(undone?.description));
    },
    onWaiting: onChanged,
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

/** The result of an undo in words, from the description of the act that was undone. */
export function undoneSentence(description: string | undefined): string {
  if (description === undefined) return 'Nothing to undo.';
  for (const [act, undone] of UNDONE)
    if (act.test(description)) return `${description.replace(act, undone)}.`;
  return `Undone: ${description}.`;
}

const UNDONE: readonly (readonly [act: RegExp, undone: string])[] = [
  [/^Starred (.*)$/s, 'Removed the star from $1'],
  [/^Took the star from (.*)$/s, 'Starred $1 again'],
  [/^Added the tag (\S+) to (.*)$/s, 'Removed the tag $1 from $2'],
  [/^Removed the tag (\S+) from (“.*|one article|\d+ articles)$/s, 'Added the tag $1 to $2 again'],
  [/^Changed the tags of (.*)$/s, 'Restored the tags of $1'],
  [/^Removed (.*)$/s, 'Following $1 again'],
];

type InParts<Result> = Readonly<{
  /** Called when lists have to be read again. */
  onChanged: () => void;
  onDone: (result: Result) => void;
}>;

function continueInParts(
  {library, writes, report}: Pick<Services, 'library' | 'writes' | 'report'>,
  onChanged: () => void,
  onDone: () => void,
): void {
  let parts = 0;
  const next = (): void =>
    writes.add({
      work: () => library.goOn(),
      pending: {kind: 'other'},
      onWritten(isMore) {
        if (isMore) {
          parts++;
          return void setImmediate(nextOrReport);
        }
        if (parts > 0) onChanged();
        onDone();
      },
    });
  const nextOrReport = (): void => {
    try {
      next();
    } catch (error) {
      report.problem(toProblem(error));
    }
  };
  next();
}
