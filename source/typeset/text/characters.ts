import stringWidth from 'string-width';
import {graphemes} from '../../domain/text/graphemes.ts';

/** A mark over or under the character before it: it takes no cell. */
export const MARK = 3;
/** A character that may join with its neighbours: only the whole text can be measured. */
export const JOINING = 4;

/** Kinds found so far in the first plane, 0 for none yet; the other planes are rare and have a map. */
const first = new Uint8Array(0x10000);
const others = new Map<number, number>();
const UNKNOWN = 0;
// Inkwell's own sign where code goes on: asking about it would make a Segmenter, which takes 8 ms.
first[0x21aa] = 1;

/**
 * The cells of a character that stands for itself whatever is beside it, 1 or 2; MARK or JOINING for others.
 * Asked of the Segmenter and of string-width once for each: asking for every word anew takes a hundred times
 * as long.
 */
export function kindOf(character: number): number {
  const known = character < 0x10000 ? first[character] : others.get(character);
  if (known !== undefined && known !== UNKNOWN) return known;
  const found = examined(String.fromCodePoint(character));
  if (character < 0x10000) first[character] = found;
  else others.set(character, found);
  return found;
}

function examined(character: string): number {
  if (isMark(character)) return MARK;
  const cells = stringWidth(character);
  return (cells === 1 || cells === 2) && isAlone(character) ? cells : JOINING;
}

/** True if it never joins: not with letters, nor with itself, nor with parts of Korean syllables. */
function isAlone(character: string): boolean {
  const around = ['a', character, character, '\u1161', 'a', '\u1100', character];
  return clusters(around.join('')) === around.length;
}

/** Selectors, signs of keycaps, and marks that join two consonants to one are more than marks. */
function isMark(character: string): boolean {
  return (
    /^(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Mn}$/u.test(character) &&
    clusters(`a${character}`) === 1 &&
    stringWidth(`a${character}`) === 1 &&
    // The mark that joins two consonants joins those of any script.
    clusters(`क${character}क`) === 2
  );
}

function clusters(text: string): number {
  return Array.from(graphemes(text)).length;
}
