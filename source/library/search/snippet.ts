import {printableLine} from '../../domain/text/printable.ts';
import type {Snippet} from '../../domain/query/view.ts';
import {fold} from './fold.ts';
import type {WantedWord} from './wanted-words.ts';

/** UTF-16 units: enough for two lines at 80 columns. */
const LENGTH = 160;
const BEFORE = 50;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The part of a text where most of the words stand together, one printable line, and where they stand in it.
 */
export function snippetOf(text: string, excerpt: string, words: readonly WantedWord[]): Snippet {
  const line = printableLine(text);
  const places = placesOf(line, words);
  if (places.length === 0)
    return excerpt === '' ? cut(line, 0, []) : cut(excerpt, 0, placesOf(excerpt, words));
  return cut(line, best(places), places);
}

type Place = readonly [from: number, to: number, word: number];

function placesOf(line: string, words: readonly WantedWord[]): Place[] {
  const places: Place[] = [];
  const unspaced = words.map(({text}) => UNSPACED.test(text));
  for (const {0: token, index} of line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(token);
    for (const [number, {text, isOpen}] of words.entries()) {
      if (unspaced[number]) {
        for (let at = token.indexOf(text); at >= 0; at = token.indexOf(text, at + text.length))
          places.push([index + at, index + at + text.length, number]);
      } else if (isOpen ? folded.startsWith(text) : folded === text) {
        places.push([index, index + token.length, number]);
      }
    }
  }
  return places;
}

/** The start that shows the most different words, then the most words in all. */
function best(places: readonly Place[]): number {
  let start = 0;
  let most = 0;
  for (const [from] of places) {
    const seen = places.filter(([other, to]) => other >= from && to <= from + LENGTH - BEFORE);
    const score = new Set(seen.map(([, , word]) => word)).size * 100 + Math.min(99, seen.length);
    if (score > most) [most, start] = [score, from];
  }
  return start;
}

function cut(line: string, around: number, places: readonly Place[]): Snippet {
  if (line.length <= LENGTH) return {snippet: line, matches: places.map(([from, to]) => [from, to] as const)};
  const from = Math.min(
    wordStart(line, Math.max(0, around - BEFORE), around),
    Math.max(0, line.length - LENGTH),
  );
  const start = wordStart(line, from, from + 20);
  const end = wordEnd(line, Math.min(line.length, start + LENGTH), start);
  const lead = start > 0 ? '…' : '';
  const tail = end < line.length ? '…' : '';
  const shift = lead.length - start;
  const matches = places
    .filter(([a, b]) => a >= start && b <= end)
    .map(([a, b]) => [a + shift, b + shift] as const);
  return {snippet: `${lead}${line.slice(start, end).trimEnd()}${tail}`, matches};
}

/**
 * The first beginning of a word from here on, if there is one before `limit`; never within a surrogate pair.
 */
function wordStart(line: string, from: number, limit: number): number {
  if (from <= 0) return 0;
  const space = line.indexOf(' ', from - 1);
  if (space >= 0 && space < limit) return space + 1;
  return isLow(line, from) ? from + 1 : from;
}

function wordEnd(line: string, to: number, start: number): number {
  if (to >= line.length) return line.length;
  const space = line.lastIndexOf(' ', to);
  if (space > start + LENGTH / 2) return space;
  return isLow(line, to) ? to - 1 : to;
}

function isLow(line: string, index: number): boolean {
  const unit = line.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
