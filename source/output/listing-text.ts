import {britishDate} from '../domain/text/british-date.ts';
import type {Listing, ListedRow} from '../services/list.ts';

/**
 * A listing as text that reads well in a pipe: each publication's name, then its articles, two lines each.
 */
export async function* listingText(
  {publications, rows}: Listing,
  locale: string | undefined,
): AsyncIterable<string> {
  const day = days(locale);
  const only = publications.length === 1 ? publications[0] : undefined;
  if (only) yield `${[only.title, only.tagline].filter(Boolean).join('\n')}\n`;
  let current: string | undefined = only?.id;
  for await (const row of rows) {
    const isInGroup = only !== undefined || publications.length === 0;
    if (!isInGroup && row.publicationId !== current)
      yield `${current === undefined ? '' : '\n'}${row.publicationTitle}\n`;
    current = row.publicationId;
    yield `\n${entry(row, day, publications.length === 0)}\n`;
  }
}

function entry(row: ListedRow, day: (instant: string) => string, isAlone: boolean): string {
  const facts = [
    isAlone ? row.publicationTitle : undefined,
    row.authors.map(({name}) => name).join(', '),
    row.publishedAt && day(row.publishedAt),
    row.category,
    `${row.minutes}${row.isPartial ? '+' : ''} min`,
    row.isStarred ? 'starred' : undefined,
    row.isRead ? 'read' : undefined,
    row.id,
  ];
  return [row.title, facts.filter(Boolean).join(' · '), row.snippet]
    .filter(Boolean)
    .map(line => `  ${line}`)
    .join('\n');
}

/** The same for a screen reader: an article is one line, and begins with its place in the list. */
export async function* listingSpoken(
  {publications, rows}: Listing,
  locale: string | undefined,
): AsyncIterable<string> {
  const dates = dateFormat(locale);
  const only = publications.length === 1 ? publications[0] : undefined;
  if (only) yield `${[only.title, only.tagline].filter(Boolean).join('. ')}.\n`;
  let place = 0;
  for await (const row of rows) {
    const facts = [
      `${++place}, ${row.isRead ? 'read' : 'unread'}`,
      row.isStarred ? 'starred' : undefined,
      row.title,
      only ? undefined : row.publicationTitle,
      row.authors.map(({name}) => name).join(' and '),
      row.publishedAt && dates.format(new Date(row.publishedAt)),
      row.category && `in ${row.category}`,
      `${row.isPartial ? 'about ' : ''}${row.minutes} minute read`,
      `id ${row.id}`,
    ];
    yield `${facts.filter(Boolean).join(', ')}\n`;
    if (row.snippet) yield `${row.snippet}\n`;
  }
}

/** Days, in UTC as they are stored: a post's day does not depend on where it is read. */
function days(locale: string | undefined): (instant: string) => string {
  let format: Intl.DateTimeFormat | undefined;
  return instant => {
    const date = new Date(instant);
    return britishDate(date, 'short', locale) ?? (format ??= dateFormat(locale)).format(date);
  };
}

function dateFormat(locale: string | undefined): Intl.DateTimeFormat {
  const style = {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'} as const;
  try {
    return new Intl.DateTimeFormat(locale ?? 'en-GB', style);
  } catch {
    return new Intl.DateTimeFormat('en-GB', style);
  }
}
