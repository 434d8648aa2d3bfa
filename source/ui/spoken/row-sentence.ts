import type {ListScreen} from '../../app/core/state.ts';
import {selectedRow} from '../../app/list/list.ts';
import type {ArticleRow} from '../../domain/query/view.ts';

/** "3 of 20, A cache is a promise, Tomas Reyes, 9 minute read, unread". */
export function rowSentence(list: ListScreen): string {
  const row = selectedRow(list);
  return row ? `${list.selected + 1} of ${list.window.total}, ${aboutRow(row)}` : '';
}

function aboutRow({title, authors, minutes, isPartial, isRead, isStarred, progress}: ArticleRow): string {
  const names = authors.map(({name}) => name).join(' and ');
  const share = Math.round(progress * 100);
  return [
    title,
    names,
    `${isPartial ? 'about ' : ''}${minutes} minute read`,
    isRead ? 'read' : 'unread',
    isStarred ? 'starred' : '',
    !isRead && share > 2 && share < 95 ? `${share} percent read` : '',
  ]
    .filter(part => part !== '')
    .join(', ');
}
