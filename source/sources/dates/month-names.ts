/** Languages that are looked into first; the platform brings the names. */
const USUAL =
  'de fr es it pt nl sv da nb fi pl cs sk sl hr hu ro bg ru uk el tr et lv lt ca gl eu id vi sr mk is ga cy af'.split(
    ' ',
  );

const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ENGLISH_LONG = new RegExp(
  '^(?:jan(?:uary)?|feb(?:r(?:uary)?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$',
  'u',
);
const ENGLISH_DAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/u;

/**
 * The languages whose names are looked into, the usual ones or all: that takes a good part of a second, once.
 */
export type Languages = 'usual' | 'all';

/**
 * The number of the month (1 to 12) that a word names, in full or abbreviated, in English or another
 * language.
 */
export function monthOf(word: string, languages: Languages): number | undefined {
  const name = fold(word);
  if (ENGLISH_LONG.test(name)) return ENGLISH.indexOf(name.slice(0, 3)) + 1;
  if (ENGLISH_DAY.test(name) || !/^\p{L}[\p{L}\p{M}]+$/u.test(name)) return undefined;
  const {months} = namesOf(languages);
  // In Hebrew "in" is written at the beginning of the month.
  return months.get(name) ?? (name.startsWith('ב') ? months.get(name.slice(1)) : undefined);
}

/** True if a word names a day of the week, or is a part of such a name. */
export function isDayName(word: string, languages: Languages): boolean {
  const name = fold(word);
  return ENGLISH_DAY.test(name) || (/\p{L}/u.test(name) && namesOf(languages).days.has(name));
}

type Names = Readonly<{months: ReadonlyMap<string, number>; days: ReadonlySet<string>}>;

const found = new Map<Languages, Names>();

function namesOf(which: Languages): Names {
  const known = found.get(which);
  if (known) return known;
  const names = which === 'usual' ? namesIn(USUAL) : namesIn(allLanguages());
  found.set(which, names);
  return names;
}

/** Every language with a code of two or three letters of which the platform has the names. */
export function allLanguages(): readonly string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const codes = letters.flatMap(first => letters.map(second => first + second));
  return Intl.DateTimeFormat.supportedLocalesOf([
    ...codes,
    'fil',
    'ast',
    'fur',
    'gsw',
    'hsb',
    'dsb',
    'kok',
    'mai',
    'sah',
    'ckb',
  ]);
}

function namesIn(locales: readonly string[]): Names {
  const months = new Map<string, number>();
  const short = new Map<string, number>();
  const days = new Set<string>();
  for (const locale of locales) {
    const calendar = {calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC'} as const;
    for (const options of [
      {month: 'long'},
      {month: 'long', day: 'numeric'},
      {month: 'short', day: 'numeric'},
      {month: 'short'},
    ] as const) {
      const format = new Intl.DateTimeFormat(locale, {...options, ...calendar});
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 5)).find(({type}) => type === 'month');
        const name = fold(part?.value ?? '');
        // A name that two languages give to two months (Czech and Croatian do) stays with the first.
        if (name.length > 1 && !/[^\p{L}\p{M}]/u.test(name) && !months.has(name)) months.set(name, month);
        const start = name.slice(0, 3);
        if (name.length > 3 && /^\p{L}{3}$/u.test(start) && !short.has(start)) short.set(start, month);
      }
    }
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, {weekday, ...calendar});
      for (let day = 1; day <= 7; day++)
        for (const name of fold(format.format(Date.UTC(2001, 0, day))).split(/[\s,]+/u))
          if (/\p{L}/u.test(name)) days.add(name);
    }
  }
  for (const [start, month] of short) if (!months.has(start) && !days.has(start)) months.set(start, month);
  return {months, days};
}

/** In small letters, without accents, dots and apostrophes. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u064b-\u065f\p{Cf}.'’׳״॰:]/gu, '');
}
