import type {Instant} from '../../domain/article/article.ts';
import {isDayName, monthOf, type Languages} from './month-names.ts';
import {minutesOf} from './time-zones.ts';

/**
 * A date as people and programs write it: RFC 822 with its odd zones and missing parts, ISO 8601, W3C-DTF,
 * asctime, what blogs of one country use, seconds since 1970. No zone means UTC, no time means midnight,
 * parts of a second are dropped. A date that can't be (a 31st of June, 25 o'clock) is undefined: better none
 * than an invented one.
 */
export function instantFrom(written: string): Instant | undefined {
  const text = written
    .slice(0, LONGEST)
    .replaceAll(/\([^()]*\)/gu, ' ')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(/\p{Cf}/gu, '')
    .replace(/[月火水木金土日]曜日?|星期[一二三四五六日天]|[周週][一二三四五六日]|[월화수목금토일]요일/u, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/(?:tháng|thg) ?(\d{1,2})(?=\D|$)/iu, (_, month: string) => MONTHS[Number(month) - 1] ?? '')
    .trim();
  if (text === '' || text.length > 80) return undefined;
  if (/\p{Script=Thai}/u.test(text))
    return fromWords(text.replace(/\b2[45]\d\d\b/u, year => String(Number(year) - 543)));
  return fromNumber(text) ?? fromIso(text) ?? fromWords(text);
}

/** Characters that are read, of which a date with a remark has far fewer. */
const LONGEST = 1000;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A decimal digit of any script as an ASCII one; each script has its ten in a row. */
function digitOf(digit: string): string {
  if (digit <= '9') return digit;
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

type Parts = {year: number; month: number; day: number; time?: string | undefined; zone?: string | undefined};

function fromNumber(text: string): Instant | undefined {
  if (!/^\d{9,10}$|^\d{12,13}$/u.test(text)) return undefined;
  return new Date(Number(text) * (text.length > 10 ? 1 : 1000)).toISOString();
}

const YEAR_FIRST =
  /^(?:[\p{L}.]+,? )?(\d{4})(?:([-/.]|년 ?|年)(\d{1,2}|[\p{L}.]{3,12})(?:(?:\2|월 ?|月)(\d{1,2})[일日]?)?)?(?:(?:\.?[Tt ] ?|, )(\D{0,4}\d{1,2}[:.].*|\d{4,6}.*|\d\dZ?))?$/u;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[Tt ]?(\d{4}.*))?$/u;
const WEEK = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?(?:[Tt ](.*))?$/u;
const ORDINAL = /^(\d{4})-?(\d{3})(?:[Tt ](.*))?$/u;

/**
 * The year first: ISO 8601 and its relatives, with slashes, dots, month names or Chinese and Korean marks.
 */
function fromIso(text: string): Instant | undefined {
  const compact = COMPACT.exec(text);
  if (compact) return toInstant(partsOf(compact[1], Number(compact[2]), compact[3], compact[4]));
  const ordinal = ORDINAL.exec(text);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]), ordinal[3]);
  const week = WEEK.exec(text);
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1), week[4]);
  const [, year, , month = '1', day = '1', time] = YEAR_FIRST.exec(text) ?? [];
  if (year === undefined) return undefined;
  const zone = /[년오]/u.test(text) ? 'KST' : undefined;
  return toInstant({
    ...partsOf(year, /^\d/u.test(month) ? Number(month) : monthOf(month, 'usual'), day, time),
    zone,
  });
}

function partsOf(year = '', month: number | undefined, day = '', time?: string): Parts {
  return {year: Number(year), month: month ?? 0, day: Number(day), time};
}

function dayOfYear(year: number, day: number, time: string | undefined): Instant | undefined {
  if (day < 1 || day > (isLeap(year) ? 366 : 365)) return undefined;
  return onDay(new Date(Date.UTC(year, 0, day)), time);
}

function dayOfWeek(year: number, week: number, day: number, time: string | undefined): Instant | undefined {
  if (week < 1 || week > 53) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  return onDay(new Date(Date.UTC(year, 0, 4 + (week - 1) * 7 + day - (fourth.getUTCDay() || 7))), time);
}

function onDay(date: Date, time: string | undefined): Instant | undefined {
  return toInstant({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time,
  });
}

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/u;
/** Words between the parts of a date. */
const FILLERS =
  /^(?:at|of|de|del|d|der|den|dia|dnia|die|du|el|em|um|uhr|le|à|às|a|o|ob|ore|alle|las|klo?|kell|g|gada|m|r|roku|roka|an|г|года|год|р|року|рік|в|о|у|η|τις|στις|no|n[ae]|de’?l|d’|tanggal|pukul|saat|vào|lúc|ngày|năm)\.?$/iu;

/** Words and numbers in any order, as RFC 822, asctime, Date.toString and people have them. */
function fromWords(text: string): Instant | undefined {
  const tokens = tokensOf(text);
  const words = tokens.filter(token => /^\p{L}[\p{L}\p{M}.'’׳॰]+$/u.test(token) && !FILLERS.test(token));
  const numbers = tokens.filter(token => /^\d{1,4}\.?$/u.test(token));
  if (words.length === 0 || numbers.length < 2) return fromTokens(tokens, 'usual');
  // "Mar, Peb 17": of two words the first is no month, though it is one elsewhere.
  const [first = '', second] = words;
  const isDay =
    second !== undefined &&
    first === tokens[0] &&
    isDayName(first, 'usual') &&
    monthOf(first, 'usual') !== undefined;
  const order: readonly Languages[] =
    isDay && monthOf(second, 'usual') === undefined ? ['all', 'usual'] : ['usual', 'all'];
  return fromTokens(tokens, order[0] ?? 'usual') ?? fromTokens(tokens, order[1] ?? 'all');
}

function fromTokens(all: readonly string[], languages: Languages): Instant | undefined {
  const numbers: string[] = [];
  const zone: string[] = [];
  let month: number | undefined;
  let time: string | undefined;
  let numeric: RegExpExecArray | null = null;
  for (const token of withoutDays(all, languages)) {
    if (time === undefined && /^\d{1,2}[:h]\d/u.test(token)) time = token;
    else if (/^\d{1,4}\.?$/u.test(token)) numbers.push(token.replace('.', ''));
    else if (numeric === null && (numeric = NUMERIC.exec(token))) continue;
    else if (month === undefined && (month = monthOf(token, languages)) !== undefined) continue;
    else if (!FILLERS.test(token) && !(time === undefined && isNoZone(token, languages))) zone.push(token);
  }
  const date = numeric ? numericDate(numeric) : wordDate(numbers, month);
  return date && toInstant({...date, time, zone: zone.join(' ')});
}

/**
 * Words of the date itself: names of days, "year" in other scripts. A zone is written in Latin letters, after
 * the time.
 */
function isNoZone(token: string, languages: Languages): boolean {
  return isDayName(token, languages) || /^[^\p{ASCII}]/u.test(token);
}

const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/(\d)-(\p{L}{3,})\.?-(\d)/u, '$1 $2 $3'],
  [/(?<![\d:])(\d{1,2})(?:st|nd|rd|th)\b/iu, '$1'],
  [/(?<![\d:.])(\d{1,2})(?:-(?=\p{L}{3})|-?(?!h)[\p{L}\p{M}]{1,2}(?=[ ,]))/iu, '$1 '],
  [/(\d{1,2})\. (\d{1,2})\. ?(?=\d{4})/u, '$1.$2.'],
  [/(:\d\d) ?([ap])\. ?m\.?(?=\s|$)/iu, '$1$2m'],
  [/(:\d\d) (?=[ap]\.?m\b)/iu, '$1'],
  [/^(?:thứ|th) ?\d,? /iu, ''],
];

function tokensOf(text: string): readonly string[] {
  const plain = TOKENS.reduce((written, [form, instead]) => written.replace(form, instead), text);
  return plain.split(/[,،、፣၊। ]+/u).filter(token => token !== '');
}

/**
 * The name of the day goes, in whatever language: what it says is not held against the date. Where two words
 * name a month, the one that also names a day is that: "mar" is March, and Tuesday in "mar 6 ene 2026".
 */
function withoutDays(tokens: readonly string[], languages: Languages): readonly string[] {
  const [first = '', ...rest] = tokens;
  const isMonth = (token: string) => monthOf(token, languages) !== undefined;
  if (!isMonth(first)) return /^\p{L}[\p{L}\p{M}.'’-]*$/u.test(first) ? withoutDay(rest) : withoutDay(tokens);
  return rest.some(isMonth) ? rest : tokens;

  function withoutDay(words: readonly string[]): readonly string[] {
    const months = words.filter(isMonth);
    return months.length < 2
      ? words
      : words.filter(word => word !== months.find(each => isDayName(each, languages)));
  }
}

/**
 * With slashes the month stands first, as in the American form, unless it can't; with dots and dashes the
 * day.
 */
function numericDate([, first, separator, second, year]: RegExpExecArray): Parts | undefined {
  const isMonthFirst = separator === '/' && Number(first) <= 12;
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return {year: fullYear(year ?? ''), month: Number(month), day: Number(day)};
}

function wordDate(numbers: readonly string[], month: number | undefined): Parts | undefined {
  if (month === undefined || numbers.length !== 2) return undefined;
  const [first = '', second = ''] = numbers;
  const [day, year] = first.length > 2 ? [second, first] : [first, second];
  return day.length > 2 || year.length < 2 ? undefined : {year: fullYear(year), month, day: Number(day)};
}

/** RFC 2822: two digits are 2000 to 2049 or 1950 to 1999, three count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 3 ? year : year + (digits.length === 2 && year < 50 ? 2000 : 1900);
}

const TIME =
  /^(?<before>오전|오후|上午|下午|[AaPp]\.?[Mm]\.?)? ?(?<hour>\d{1,2})(?:[:.h]?(?<minute>\d\d))?(?:[:.]?(?<second>\d\d)(?:[.,]\d+)?)? ?(?<after>[AaPp]\.?[Mm]\.?(?=\s|$))? ?(?<zone>.*)$/u;

function toInstant({year, month, day, time, zone: zoneAfter}: Parts): Instant | undefined {
  const fields = TIME.exec(time ?? '0')?.groups;
  if (!fields || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const {before, hour, minute = '0', second = '0', after, zone} = fields;
  const hours = hourOf(Number(hour), before ?? after);
  const wall = Date.UTC(year, month - 1, day, hours ?? 0, Number(minute), Number(second));
  const offset = minutesOf(`${zone ?? ''} ${zoneAfter ?? ''}`.trim() || 'Z', wall);
  if (hours === undefined || offset === undefined || Number(minute) > 59 || Number(second) > 60)
    return undefined;
  if (hours === 24 && Number(minute) + Number(second) > 0) return undefined;
  const date = new Date(
    Date.UTC(2000, month - 1, day, hours, Number(minute) - offset, Math.min(Number(second), 59)),
  );
  date.setUTCFullYear(date.getUTCFullYear() - 2000 + year);
  return isPlausible(date, year, month) ? date.toISOString() : undefined;
}

/** Year 1 is how some systems write that they know no date. */
function isPlausible(date: Date, year: number, month: number): boolean {
  const time = date.getTime();
  return !Number.isNaN(time) && date.getUTCFullYear() >= 0 && year <= 9998 && !(year <= 1 && month === 1);
}

function hourOf(hour: number, halfDay: string | undefined): number | undefined {
  if (halfDay === undefined || hour > 12) return hour <= 24 ? hour : undefined;
  return (hour % 12) + (/^(?:[Pp]|오후|下午)/u.test(halfDay) ? 12 : 0);
}

function daysIn(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
