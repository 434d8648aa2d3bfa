import type {ListColumn} from '../../domain/query/list-columns.ts';
import type {ArticleRow} from '../../domain/query/view.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {segment} from './line.ts';
import type {Segment} from './line.ts';

export type RowContext = Readonly<{
  width: number;
  now: number;
  glyphs: Glyphs;
  /** The list mixes publications: name them. */
  isMixed: boolean;
  /** Shown in a row of one line. */
  columns: readonly ListColumn[];
  /** The keys go to the list, not to an article beside it. */
  hasFocus: boolean;
}>;

export function barOf(isSelected: boolean, {glyphs, hasFocus}: RowContext): Segment {
  return segment(isSelected ? glyphs.bar : ' ', hasFocus ? 'accent' : 'rule');
}

export function titleOf(row: ArticleRow, isSelected: boolean): Segment {
  return segment(row.title, isSelected ? 'selected' : row.isRead ? 'quiet' : 'title', isSelected);
}

export function markOf({isStarred, isRead}: ArticleRow, glyphs: Glyphs): Segment {
  if (isStarred) return segment(glyphs.starred, 'starred');
  return isRead ? segment(' ') : segment(glyphs.unread, 'unread');
}

/** A number that counts only a teaser is a guess. */
export function minutes(row: ArticleRow): string {
  return `${row.isPartial ? '~' : ''}${row.minutes} min`;
}

/** "#later #work" */
export function ownTagsOf({ownTags = []}: ArticleRow): string {
  return ownTags.map(name => `#${name}`).join(' ');
}
