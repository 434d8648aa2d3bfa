import type {Library} from '../ports/library.ts';
import type {PendingChange} from '../ports/services.ts';
import type {ArticleRow} from '../domain/query/view.ts';

type Patch = Partial<ArticleRow>;

/** The library as if the waiting changes were written; totals of lists and publications follow later. */
export function optimistic(library: Library, waiting: () => readonly PendingChange[]): Library {
  const patched = (row: ArticleRow): ArticleRow => {
    const patch = patchesOf(waiting()).get(row.id);
    return patch ? {...row, ...patch} : row;
  };
  const patchedOrNone = (row: ArticleRow | undefined): ArticleRow | undefined => row && patched(row);
  return {
    ...library,
    window(...given) {
      const window = library.window(...given);
      if (waiting().length === 0) return window;
      const rows = window.rows.map(row => patched(row));
      return {...window, rows, unread: window.unread + unreadIn(rows) - unreadIn(window.rows)};
    },
    nextUnread(view, afterId, isBackwards) {
      const seen = new Set<string>();
      let row = library.nextUnread(view, afterId, isBackwards);
      while (row && !seen.has(row.id) && patched(row).isRead) {
        seen.add(row.id);
        row = library.nextUnread(view, row.id, isBackwards);
      }
      return row && !seen.has(row.id) ? patched(row) : undefined;
    },
    article: id => patchedOrNone(library.article(id)),
    articleByUrl: url => patchedOrNone(library.articleByUrl(url)),
    related: (...given) => library.related(...given).map(row => patched(row)),
    markdown(id) {
      const text = waiting().findLast(one => one.kind === 'text' && one.id === id);
      return text?.kind === 'text' ? text.markdown : library.markdown(id);
    },
  };
}

/** The differences by article. An act undone before it was written leaves none. */
function patchesOf(waiting: readonly PendingChange[]): ReadonlyMap<string, Patch> {
  const acts: PendingChange[] = [];
  const others: PendingChange[] = [];
  for (const one of waiting) {
    if (one.kind === 'undo') acts.pop();
    else (one.kind === 'marks' || one.kind === 'act' ? acts : others).push(one);
  }
  const patches = new Map<string, Patch>();
  const add = (id: string, patch: Patch): void => void patches.set(id, {...patches.get(id), ...patch});
  for (const one of [...acts, ...others]) {
    if (one.kind === 'marks') for (const id of one.ids) add(id, marksOf(one));
    if (one.kind === 'position') add(one.id, {readingPosition: one.position, progress: one.progress});
    if (one.kind === 'text' && one.whole) add(one.id, {...one.whole, isPartial: false});
  }
  return patches;
}

function marksOf({isRead, isStarred}: Extract<PendingChange, {kind: 'marks'}>): Patch {
  return {...(isRead !== undefined && {isRead}), ...(isStarred !== undefined && {isStarred})};
}

function unreadIn(rows: readonly ArticleRow[]): number {
  return rows.filter(({isRead}) => !isRead).length;
}
