import {QuerySyntaxError} from './query.ts';
import type {When} from './query.ts';
import type {QueryToken} from './query-tokens.ts';

/** `<5m` is up to four minutes, `>10m` from eleven, `<=5m`, `>=10m`, `5-10m` and `5m` as they say. */
export function parseMinutes(token: QueryToken): {least: number; most: number} {
  const {sign, from, to} =
    /^(?<sign><=|>=|<|>|=?)(?<from>\d{1,4})(?:-(?<to>\d{1,4}))?(?:m|min)?$/iu.exec(token.text)?.groups ?? {};
  const minutes = Number(from);
  if (from === undefined || (to !== undefined && sign !== ''))
    throw wrongValue(token, 'Read time is written <5m, >10m or 5-10m');
  switch (sign) {
    case '<': {
      return {least: 0, most: minutes - 1};
    }
    case '<=': {
      return {least: 0, most: minutes};
    }
    case '>': {
      return {least: minutes + 1, most: Infinity};
    }
    case '>=': {
      return {least: minutes, most: Infinity};
    }
    default: {
      return {least: minutes, most: to === undefined ? minutes : Number(to)};
    }
  }
}

const SECONDS: Readonly<Record<string, number>> = {
  h: 3600,
  d: 86_400,
  w: 604_800,
  m: 2_629_746,
  y: 31_556_952,
};

/** `7d` ago (h, d, w, m for months, y), or a day, month or year in UTC: `2026-01-31`, `2026-01`, `2026`. */
export function parseWhen(token: QueryToken): When {
  const ago = /^(?<count>\d{1,5})(?<unit>[hdwmy])$/iu.exec(token.text)?.groups;
  if (ago)
    return {kind: 'ago', seconds: Number(ago['count']) * (SECONDS[(ago['unit'] ?? '').toLowerCase()] ?? 0)};
  const {
    year,
    month = '01',
    day = '01',
  } = /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?$/u.exec(token.text)?.groups ?? {};
  const date = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  // 31 April is rolled over to May by some engines and refused by others.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  if (!isReal) throw wrongValue(token, 'A time is written 7d, 3w or 2026-01-31');
  return {kind: 'at', at: date.toISOString()};
}

function wrongValue({field = '', text, offset, length}: QueryToken, expected: string): QuerySyntaxError {
  const start = offset + field.length + 1;
  return new QuerySyntaxError({
    message: `${expected}, not “${text}”.`,
    offset: start,
    length: Math.max(1, offset + length - start),
  });
}
