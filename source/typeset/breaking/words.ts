import type {Box} from './box.ts';
import {cellsOf} from '../text/cells.ts';

/** The cost of ending a line inside a word: as much as so many cells left over, squared. */
export const COST = {
  dash: 9,
  hyphen: 64,
  slash: 64,
  softHyphen: 144,
  hangul: 49,
  address: 324,
  torn: 1600,
} as const;

/**
 * True if all of a text is in scripts that break at spaces and at hyphens: no need to ask for the classes of
 * UAX 14.
 */
export function breaksAtSpaces(text: string): boolean {
  return !ELSEWHERE.test(text);
}

/** Everything but Latin, Greek, Cyrillic, and the signs that are used with them. */
const ELSEWHERE =
  /[^\0-\u052f\u1e00-\u1fff\u2000-\u200d\u2010-\u2027\u2030-\u205e\u2060\u2070-\u214f\u2190-\u22ff\u2500-\u25ff\u2600-\u26ff\u2713-\u2718\ufb00-\ufb06\ufeff]/u;

/** Addresses of the web and paths: broken where long words are, not where words are joined. */
export const ADDRESS = /^[^\s/]*\/\/|^(?:\.{0,2}|~|[\w.-]+\.\w+)\/|^\W?www\./u;

/** Characters after which a word may be broken, if what is around them allows it. */
const JOINTS = /[-\u2010\u2013\u2014/\u00ad\u200b]/u;

/**
 * The boxes of a text that breaks at spaces; `isStiff` says where a word is code, which only breaks at
 * spaces.
 */
export function wordBoxes(
  text: string,
  from: number,
  to: number,
  isStiff: (from: number, to: number) => boolean,
): Box[] {
  const boxes: Box[] = [];
  let position = from;
  while (position < to) {
    let end = position;
    while (end < to && text.charCodeAt(end) !== 0x20) end++;
    let next = end;
    while (next < to && text.charCodeAt(next) === 0x20) next++;
    if (end > position) addWord(boxes, text, position, end, isStiff);
    const last = boxes.at(-1);
    if (last && next > end && next < to) last.gap = 1;
    position = next;
  }
  return boxes;
}

function addWord(
  boxes: Box[],
  text: string,
  from: number,
  to: number,
  isStiff: (from: number, to: number) => boolean,
): void {
  const word = text.slice(from, to);
  if (!JOINTS.test(word)) {
    boxes.push(box(text, from, to));
    return;
  }
  const stiff = word.startsWith('-') || ADDRESS.test(word) || isStiff(from, to);
  let start = from;
  for (let index = from + 1; index < to; index++) {
    const cost = costAfter(text, index - 1, from, to, stiff);
    if (cost === undefined) continue;
    boxes.push({...box(text, start, index), cost, hyphen: text.charCodeAt(index - 1) === 0xad});
    start = index;
  }
  boxes.push(box(text, start, to));
}

/** The cost of a break after a character inside of [from, to), or undefined where there must be none. */
export function costAfter(
  text: string,
  index: number,
  from: number,
  to: number,
  isStiff: boolean,
): number | undefined {
  switch (text.charAt(index)) {
    case '\u200b': {
      return 0;
    }
    case '\u00ad': {
      return COST.softHyphen;
    }
    case '\u2014':
    case '\u2013': {
      return !isStiff &&
        index > from &&
        isWordLike(text, index - 1) &&
        isWordLike(text, index + 1) &&
        index + 1 < to
        ? COST.dash
        : undefined;
    }
    case '-':
    case '\u2010': {
      return !isStiff && isBetweenWords(text, index, from, to) ? COST.hyphen : undefined;
    }
    case '/': {
      return !isStiff && isBetweenWords(text, index, from, to) ? COST.slash : undefined;
    }
    default: {
      return undefined;
    }
  }
}

/** Two letters on each side: "total-fit", not "e-mail" or "-x". */
function isBetweenWords(text: string, index: number, from: number, to: number): boolean {
  return (
    index - 2 >= from &&
    index + 2 < to &&
    isLetter(text, index - 1) &&
    isLetter(text, index - 2) &&
    isLetter(text, index + 1) &&
    isLetter(text, index + 2)
  );
}

function isLetter(text: string, index: number): boolean {
  return /\p{L}|\p{M}/u.test(text.charAt(index));
}

function isWordLike(text: string, index: number): boolean {
  return /[\p{L}\p{N}\p{M}"'”’“‘)]/u.test(text.charAt(index));
}

export function box(text: string, from: number, to: number): Box {
  return {from, to, width: cellsOf(text, from, to), gap: 0, cost: 0, hyphen: false};
}
