import stringWidth from 'string-width';
import type {Layout} from '../../app/core/layout.ts';
import type {ArticleRow, Snippet} from '../../domain/query/view.ts';
import {shortDate} from './dates.ts';
import {excerptLines} from './excerpt-lines.ts';
import type {Glyphs} from '../../screen/glyphs.ts';
import {BLANK, fit, pad, segment, spread} from './line.ts';
import type {Line, Segment} from './line.ts';

export type RowContext = Readonly<{
  width: number;
  now: number;
  glyphs: Glyphs;
  /** The list mixes publications: name them. */
  isMixed: boolean;
  /** The keys go to the list, not to an article beside it. */
  hasFocus: boolean;
}>;

/**
 * The lines of one row of the list, `rowHeight` of them. What gives way as it narrows: category, then read
 * time.
 */
export function rowLines(
  row: ArticleRow,
  isSelected: boolean,
  layout: Layout,
  context: RowContext,
  snippet?: Snippet,
): readonly Line[] {
  if (layout.density === 'lines') return [denseLine(row, isSelected, context)];
  const width = context.width - 5;
  const bar = barOf(isSelected, context);
  const title = spread([titleOf(row, isSelected)], facts(row, context.width), width);
  const lines: Line[] = [
    [bar, segment(' '), markOf(row, context.glyphs), segment(' '), ...title],
    [bar, segment('   '), ...spread([segment(byline(row, context, width), 'quiet')], progressOf(row), width)],
  ];
  for (const excerpt of excerptLines(row, snippet, layout.excerptLines, Math.min(width, 96)))
    lines.push([bar, segment('   '), ...excerpt]);
  while (lines.length < layout.rowHeight) lines.push(BLANK);
  return lines;
}

function denseLine(row: ArticleRow, isSelected: boolean, context: RowContext): Line {
  const {width, glyphs, now} = context;
  const bar = barOf(isSelected, context);
  const date = row.publishedAt === undefined ? '' : shortDate(row.publishedAt, now);
  const names = row.authors[0]?.name ?? row.publicationTitle;
  const right: Segment[] = [];
  if (width >= 60)
    right.push(segment(pad(names, Math.min(22, Math.floor(width / 5))), 'quiet'), segment(' '));
  if (width >= 50) right.push(segment(date.padStart(11), 'quiet'), segment(' '));
  if (width >= 28) right.push(segment(minutes(row).padStart(7), 'quiet'));
  return [bar, markOf(row, glyphs), segment(' '), ...spread([titleOf(row, isSelected)], right, width - 4)];
}

function barOf(isSelected: boolean, {glyphs, hasFocus}: RowContext): Segment {
  return segment(isSelected ? glyphs.bar : ' ', hasFocus ? 'accent' : 'rule');
}

function titleOf(row: ArticleRow, isSelected: boolean): Segment {
  return segment(row.title, isSelected ? 'selected' : row.isRead ? 'quiet' : 'title', isSelected);
}

function markOf({isStarred, isRead}: ArticleRow, glyphs: Glyphs): Segment {
  if (isStarred) return segment(glyphs.starred, 'starred');
  return isRead ? segment(' ') : segment(glyphs.unread, 'unread');
}

/** Category and read time at the right end. */
function facts(row: ArticleRow, width: number): Line {
  const time = segment(minutes(row).padStart(7), 'quiet');
  if (width < 34) return [];
  return width >= 64 && row.category !== undefined
    ? [segment(pad(row.category, 13), 'category'), time]
    : [time];
}

/** A number that counts only a teaser is a guess. */
function minutes(row: ArticleRow): string {
  return `${row.isPartial ? '~' : ''}${row.minutes} min`;
}

/**
 * Author, place and date. In little room the name is cut, then the place is left out, so that the date can be
 * read.
 */
function byline(row: ArticleRow, {now, glyphs, isMixed}: RowContext, width: number): string {
  const names = row.authors.map(({name}) => name);
  const who = names.length > 2 ? `${names[0] ?? ''} and ${names.length - 1} others` : names.join(' and ');
  const date = row.publishedAt === undefined ? '' : shortDate(row.publishedAt, now);
  const joined = (...parts: readonly string[]): string =>
    parts.filter(part => part !== '').join(` ${glyphs.dot} `);
  const roomBeside = (rest: string): number =>
    rest === '' ? width : width - stringWidth(joined(' ', rest)) + 1;
  const whole = joined(isMixed ? row.publicationTitle : '', date);
  const rest = roomBeside(whole) < Math.min(12, stringWidth(who)) ? date : whole;
  return joined(fit(who, roomBeside(rest)), rest);
}

/** The share that was read, if it was begun and is not marked as read. */
function progressOf({progress, isRead}: ArticleRow): Line {
  const isBegun = !isRead && progress > 0.02 && progress < 0.95;
  return isBegun ? [segment(`${Math.round(progress * 100)} % read`, 'quiet')] : [];
}
