import type {Library} from '../ports/library.ts';
import type {Position} from '../domain/page/page.ts';
import type {ArticleRow} from '../domain/query/view.ts';

/** What is to be seen of a change that is not kept yet. */
export type Shows =
  | Readonly<{kind: 'marks'; ids: readonly string[]; isRead?: boolean; isStarred?: boolean}>
  | Readonly<{kind: 'place'; id: string; position: Position; progress: number}>
  | Readonly<{kind: 'text'; id: string; markdown: string; whole?: {words: number; minutes: number}}>
  /** Takes back the act before it. */
  | Readonly<{kind: 'undo'}>
  /** Something else that a reader did: `act` can be taken back, `other` can't. */
  | Readonly<{kind: 'act' | 'other'}>;

type Patch = Partial<ArticleRow>;

/** A library that is asked as if what waits were kept already; counts of whole lists and publications follow later. */
export function optimistic(library: Library, waiting: () => readonly Shows[]): Library {
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
    nextUnread(view, afterId) {
      const seen = new Set<string>();
      let row = library.nextUnread(view, afterId);
      while (row && !seen.has(row.id) && patched(row).isRead) {
        seen.add(row.id);
        row = library.nextUnread(view, row.id);
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

/** What is different, by article. An act that is taken back before it was kept is none. */
function patchesOf(waiting: readonly Shows[]): ReadonlyMap<string, Patch> {
  const acts: Shows[] = [];
  const others: Shows[] = [];
  for (const one of waiting) {
    if (one.kind === 'undo') acts.pop();
    else (one.kind === 'marks' || one.kind === 'act' ? acts : others).push(one);
  }
  const patches = new Map<string, Patch>();
  const add = (id: string, patch: Patch): void => void patches.set(id, {...patches.get(id), ...patch});
  for (const one of [...acts, ...others]) {
    if (one.kind === 'marks') for (const id of one.ids) add(id, marksOf(one));
    if (one.kind === 'place') add(one.id, {readingPosition: one.position, progress: one.progress});
    if (one.kind === 'text' && one.whole) add(one.id, {...one.whole, isPartial: false});
  }
  return patches;
}

function marksOf({isRead, isStarred}: Extract<Shows, {kind: 'marks'}>): Patch {
  return {...(isRead !== undefined && {isRead}), ...(isStarred !== undefined && {isStarred})};
}

function unreadIn(rows: readonly ArticleRow[]): number {
  return rows.filter(({isRead}) => !isRead).length;
}
