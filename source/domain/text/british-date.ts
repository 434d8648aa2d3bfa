const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The day of an instant in UTC as `Intl` writes it for en-GB: "1 January 2026", "1 Sept 2026". Undefined for
 * another locale and for years beyond its rules. The first format that Intl makes takes 20 ms.
 */
export function britishDate(
  date: Date,
  month: 'long' | 'short',
  locale: string | undefined,
): string | undefined {
  const year = date.getUTCFullYear();
  if ((locale !== undefined && locale !== 'en-GB') || !(year >= 1600 && year <= 9999)) return undefined;
  const name = MONTHS[date.getUTCMonth()] ?? '';
  const shown = month === 'long' ? name : name.slice(0, name === 'September' ? 4 : 3);
  return `${date.getUTCDate()} ${shown} ${year}`;
}
