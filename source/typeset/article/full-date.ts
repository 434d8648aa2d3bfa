import {britishDate} from '../../domain/text/british-date.ts';

/** "12 November 2026", as the reader's language writes it; the day as the source had it. */
export function fullDate(instant: string, locale: string | undefined): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const british = britishDate(date, 'long', locale);
  if (british !== undefined) return british;
  const format: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  };
  try {
    return date.toLocaleDateString(locale ?? 'en-GB', format);
  } catch {
    return date.toLocaleDateString('en-GB', format);
  }
}
