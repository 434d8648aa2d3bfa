import stringWidth from 'string-width';
import {graphemes} from '../../domain/text/graphemes.ts';
import {JOINING, kindOf, MARK} from './characters.ts';

/**
 * Cells that a text takes in a terminal: Ink's own measure (string-width), with a short way for common
 * scripts.
 */
export function cellsOf(text: string, from = 0, to = text.length): number {
  let cells = 0;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    const width = unit >= 0x20 && unit < 0x7f ? 1 : widthOfUnit(unit);
    if (width !== UNSURE) {
      cells += width;
      continue;
    }
    const character = text.codePointAt(index) ?? 0;
    const kind = kindOf(character);
    if (character > 0xffff) index++;
    if (kind === JOINING || index >= to) return measured(text.slice(from, to));
    if (kind !== MARK) cells += kind;
  }
  return cells;
}

/** Words that were measured before; those of a language come again and again. */
const words = new Map<string, number>();
const MOST_WORDS = 10_000;
const LONGEST_WORD = 40;

function measured(text: string): number {
  if (text.length > LONGEST_WORD) return stringWidth(text);
  const known = words.get(text);
  if (known !== undefined) return known;
  const cells = stringWidth(text);
  if (words.size >= MOST_WORDS) words.clear();
  words.set(text, cells);
  return cells;
}

/**
 * The grapheme clusters of a text: what must never be torn. A hundred first letters of Hangul syllables in a
 * row, which nobody writes, are one cluster too, as wide as all of them: such are taken apart, or no line
 * could hold them.
 */
export function graphemesOf(text: string): string[] {
  if (isSimple(text)) return text.split('');
  return Array.from(graphemes(text), ({segment}) => segment).flatMap(segment =>
    segment.length > WIDEST && cellsOf(segment) > WIDEST ? Array.from(segment) : segment,
  );
}

/** Cells of a cluster; those of living scripts have three at most. */
const WIDEST = 8;

const UNSURE = -1;

/**
 * The width of a UTF-16 unit that stands for itself whatever its neighbours are, one cell or two. Everything
 * that may join with what comes before (marks, joiners, selectors, surrogates) makes the whole text one for
 * string-width.
 */
function widthOfUnit(unit: number): number {
  if (unit < 0xa0) return unit >= 0x20 && unit < 0x7f ? 1 : UNSURE;
  if (unit < 0x300) return unit === 0xad || isPictograph(unit) ? UNSURE : 1;
  if (unit < 0x370) return UNSURE;
  if (unit < 0x530) return unit >= 0x483 && unit <= 0x489 ? UNSURE : 1;
  if (unit < 0x2010) return UNSURE;
  if (unit <= 0x2027) return 1;
  if (unit >= 0x2030 && unit <= 0x205e) return unit === 0x203c || unit === 0x2049 ? UNSURE : 1;
  if (unit >= 0x2070 && unit <= 0x208e) return 1;
  if (unit >= 0x2190 && unit <= 0x2193) return 1;
  if (unit >= 0x2500 && unit <= 0x25a0) return 1;
  if (unit >= 0x3000 && unit <= 0x3029) return 2;
  if (unit >= 0x3041 && unit <= 0x3096) return 2;
  if (unit >= 0x309b && unit <= 0x30ff) return 2;
  if (unit >= 0x4e00 && unit <= 0x9fff) return 2;
  if (unit >= 0xac00 && unit <= 0xd7a3) return 2;
  return unit >= 0xff01 && unit <= 0xff5e ? 2 : UNSURE;
}

/** © and ®: with a selector after them they are emoji. */
function isPictograph(unit: number): boolean {
  return unit === 0xa9 || unit === 0xae;
}

function isSimple(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Hangul syllables and kana may take what follows them into their cluster, so only what is certain is
    // simple.
    if (widthOfUnit(unit) === UNSURE || unit === 0x0d) return false;
  }
  return true;
}
