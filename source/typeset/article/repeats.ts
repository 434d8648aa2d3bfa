import type {Composed} from '../blocks/block.ts';
import {wordsOf} from '../text/flow.ts';

/** Letters that may stand between two words of an excerpt: a heading, a link that was left out. */
const REACH = 80;
/** Letters before the first word: a heading, a byline. */
const FIRST = 240;
/** The share of an excerpt that has to be there: marks of notes and formulas are written otherwise. */
const ENOUGH = 0.75;
/** Shorter words stand in every text. */
const TELLING = 4;

/** True for an excerpt that is the beginning of the text: it would be read twice. */
export function repeats(excerpt: string, blocks: readonly Composed[]): boolean {
  const all = wordsIn(excerpt);
  // The last word of what was cut may be half a word.
  if (/(?:…|\.{3}|\[…\])\s*$/u.test(excerpt)) all.pop();
  const telling = all.filter(word => word.length >= TELLING);
  const wanted = telling.length > 0 ? telling : all;
  if (wanted.length === 0) return false;
  const text = openingOf(blocks, excerpt.length * 2 + FIRST);
  let position = 0;
  let found = 0;
  for (const word of wanted) {
    const index = text.indexOf(word, position);
    if (index === -1 || index - position > (found === 0 ? FIRST : REACH)) continue;
    position = index + word.length;
    found++;
  }
  return found >= wanted.length * ENOUGH;
}

/** The letters that the text begins with; code is not what excerpts are made of. */
function openingOf(blocks: readonly Composed[], length: number): string {
  let text = '';
  for (const {block, flows} of blocks) {
    if (text.length >= length) break;
    if (block.kind !== 'code') for (const flow of flows) text += wordsIn(wordsOf(flow)).join('');
  }
  return text;
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
