import {selectedRow} from '../../app/list/list.ts';
import {publicationOf} from '../../app/list/list.ts';
import type {ListScreen, State} from '../../app/core/state.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import {ROW_PARTS} from '../../domain/speech.ts';
import type {RowPart} from '../../domain/speech.ts';

type Row = Readonly<{state: State; list: ListScreen; row: ArticleRow}>;

/** The words of each part of a row; empty where there is nothing to say. */
const PARTS: Readonly<Record<RowPart, (row: Row) => string>> = {
  position: ({list}) => `${list.selected + 1} of ${list.window.total}`,
  unread: ({row: {isRead, isStarred, ownTags = []}}) =>
    [
      isRead ? 'read' : 'unread',
      isStarred && 'starred',
      ownTags.length > 0 && `tagged ${ownTags.join(' and ')}`,
    ]
      .filter(Boolean)
      .join(', '),
  title: ({row}) => row.title,
  publication: ({state, list, row}) => (publicationOf(state, list) ? '' : row.publicationTitle),
  author: ({row}) => row.authors.map(({name}) => name).join(' and '),
  age: ({state, row}) => (row.publishedAt === undefined ? '' : ageOf(row.publishedAt, state.now)),
  time: ({row: {isPartial, isRead, minutes, progress}}) => {
    const share = Math.round(progress * 100);
    const read = !isRead && share > 2 && share < 95 ? `, ${share} percent read` : '';
    return `${isPartial ? 'about ' : ''}${minutes} minute read${read}`;
  },
};

/** Brief rows say no more than this, in the order that was chosen. */
const BRIEF: ReadonlySet<string> = new Set<RowPart>(['unread', 'title']);

/** "3 of 20, unread, A cache is a promise, Tomas Reyes, 2 days ago, 9 minute read". */
export function rowSentence(state: State, list: ListScreen, without?: RowPart): string {
  const row = selectedRow(list);
  if (!row) return '';
  const {speechLevel, speechRow} = state.settings;
  const order = ROW_PARTS.filter(part => speechRow.length === 0 || speechRow.includes(part));
  if (speechRow.length > 0) order.sort((one, other) => speechRow.indexOf(one) - speechRow.indexOf(other));
  const parts = order
    .filter(part => part !== without && (speechLevel !== 'brief' || BRIEF.has(part)))
    .map(part => PARTS[part]({state, list, row}));
  if (speechLevel === 'full') parts.push(row.excerpt ?? '');
  return parts.filter(part => part !== '').join(', ');
}

const DAY = 86_400_000;

const FORMAT = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeZone: 'UTC'});

/** "today", "yesterday", "5 days ago", "12 November 2025": by days in UTC, as the source wrote them. */
export function ageOf(instant: string, now: number): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return '';
  const days = Math.floor(now / DAY) - Math.floor(time / DAY);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 1 && days <= 30 ? `${days} days ago` : FORMAT.format(time);
}
