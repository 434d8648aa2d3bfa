import stringWidth from 'string-width';
import type {Layout} from '../../app/core/layout.ts';
import type {ArticleRow, Snippet} from '../../domain/query/view.ts';
import {shortDate} from './dates.ts';
import {denseLine} from './dense-line.ts';
import {excerptLines} from './excerpt-lines.ts';
import {BLANK, fit, pad, segment, spread} from './line.ts';
import type {Line} from './line.ts';
import {barOf, markOf, minutes, ownTagsOf, titleOf} from './row-parts.ts';
import type {RowContext} from './row-parts.ts';

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

/** Category and read time at the right end. */
function facts(row: ArticleRow, width: number): Line {
  const time = segment(minutes(row).padStart(7), 'quiet');
  if (width < 34) return [];
  return width >= 64 && row.category !== undefined
    ? [segment(pad(row.category, 13), 'category'), time]
    : [time];
}

/**
 * Place, author and date. In little room the names of the authors are cut, then left out, so that place and
 * date can be read.
 */
function byline(row: ArticleRow, {now, glyphs, isMixed}: RowContext, width: number): string {
  const names = row.authors.map(({name}) => name);
  const who = names.length > 2 ? `${names[0] ?? ''} and ${names.length - 1} others` : names.join(' and ');
  const date = row.publishedAt === undefined ? '' : shortDate(row.publishedAt, now);
  const place = isMixed ? row.publicationTitle : '';
  const joined = (...parts: readonly string[]): string =>
    parts.filter(part => part !== '').join(` ${glyphs.dot} `);
  const rest = joined(place, date);
  const room = rest === '' ? width : width - stringWidth(joined(' ', rest)) + 1;
  if (room >= Math.min(12, stringWidth(who))) return joined(place, fit(who, room), date);
  const left = width - stringWidth(joined(' ', date)) + 1;
  return joined(fit(place === '' ? who : place, left), date);
}

/** The reader's own tags, and the share that was read, if it was begun and is not marked as read. */
function progressOf(row: ArticleRow): Line {
  const {progress, isRead} = row;
  const isBegun = !isRead && progress > 0.02 && progress < 0.95;
  const share = isBegun ? `${Math.round(progress * 100)} % read` : '';
  const tags = ownTagsOf(row);
  return [
    ...(tags === '' ? [] : [segment(tags, 'category')]),
    ...(share === '' ? [] : [segment(tags === '' ? share : `  ${share}`, 'quiet')]),
  ];
}
