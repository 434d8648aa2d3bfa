/** Languages whose month names are looked up when English doesn't know a word; the platform brings the names. */
const LOCALES =
  'de fr es it pt nl sv da nb fi pl cs sk sl hr hu ro bg ru uk el tr et lv lt ca gl eu id vi sr mk is ga cy af'.split(
    ' ',
  );

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_LONG = new RegExp(
  '^(?:jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$',
  'u',
);

/** The number of the month (1 to 12) that a word names, in full or abbreviated, in English or another language. */
export function monthOf(word: string): number | undefined {
  const name = fold(word);
  if (ENGLISH_LONG.test(name)) return ENGLISH.indexOf(name.slice(0, 3)) + 1;
  return /^\p{L}{2,}$/u.test(name) ? foreignMonths().get(name) : undefined;
}

let known: ReadonlyMap<string, number> | undefined;

/** Built when first needed: a hundredth of a second, which hardly any feed asks for. */
function foreignMonths(): ReadonlyMap<string, number> {
  if (known) return known;
  const months = new Map<string, number>();
  for (const locale of LOCALES) {
    for (const options of [
      {month: 'long'},
      {month: 'long', day: 'numeric'},
      {month: 'short', day: 'numeric'},
    ] as const) {
      const format = new Intl.DateTimeFormat(locale, {...options, timeZone: 'UTC'});
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 5)).find(({type}) => type === 'month');
        const name = fold(part?.value ?? '');
        // A name that two languages give to two months (Czech and Croatian do) stays with the first.
        if (name.length > 1 && !/\d/u.test(name) && !months.has(name)) months.set(name, month);
        const short = name.slice(0, 3);
        if (name.length > 3 && /^\p{L}{3}$/u.test(short) && !months.has(short)) months.set(short, month);
      }
    }
  }
  known = months;
  return months;
}

function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}.'’]/gu, '');
}
