import LineBreaker from 'linebreak';
import type {Box} from './box.ts';
import {COST, box, costAfter} from './words.ts';

/**
 * The boxes of a text in any script, by the classes of UAX 14: ideographs break anywhere but before closing
 * marks and small kana (kinsoku); Thai, Lao, Khmer and Burmese break between words, which a dictionary knows.
 */
export function classBoxes(
  text: string,
  from: number,
  to: number,
  isStiff: (from: number, to: number) => boolean,
): Box[] {
  const boxes: Box[] = [];
  const breaks = breaksOf(text.slice(from, to));
  let start = from;
  let wordStart = from;
  for (const offset of breaks) {
    const end = from + offset;
    let visible = end;
    while (visible > start && text.charCodeAt(visible - 1) === 0x20) visible--;
    const hasSpace = visible < end;
    const cost = hasSpace || end === to ? 0 : costInside(text, end, wordStart, to, isStiff);
    if (cost === undefined) continue;
    if (visible > start) {
      boxes.push({
        ...box(text, start, visible),
        cost,
        hyphen: text.charCodeAt(end - 1) === 0xad,
        gap: hasSpace && end < to ? 1 : 0,
      });
    }
    start = end;
    if (hasSpace) wordStart = end;
  }
  return boxes;
}

const LATIN = /[\0-\u05ff]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]/u;

/** A break between two characters with no space between them. */
function costInside(
  text: string,
  end: number,
  from: number,
  to: number,
  isStiff: (from: number, to: number) => boolean,
): number | undefined {
  const before = text.charAt(end - 1);
  if (HANGUL.test(before) && HANGUL.test(text.charAt(end))) return COST.hangul;
  if (!LATIN.test(before) && !/[\u2010-\u2014\u200b]/u.test(before)) return 0;
  if (!LATIN.test(text.charAt(end)) && !/[-/\u00ad]/u.test(before)) return 0;
  return costAfter(text, end - 1, from, to, isStiff(end - 1, end + 1));
}

const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+/gu;

function breaksOf(text: string): number[] {
  const breaker = new LineBreaker(text);
  const breaks: number[] = [];
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) breaks.push(found.position);
  const between = Array.from(text.matchAll(UNSPACED)).flatMap(({0: run, index}) =>
    wordEnds(run).map(end => index + end),
  );
  return between.length === 0 ? breaks : Array.from(new Set([...breaks, ...between])).sort((a, b) => a - b);
}

let segmenter: Intl.Segmenter | undefined;

/** The ends of the words of a run, but for the last. */
function wordEnds(run: string): number[] {
  segmenter ??= new Intl.Segmenter('th', {granularity: 'word'});
  return Array.from(segmenter.segment(run), ({index}) => index).slice(1);
}
