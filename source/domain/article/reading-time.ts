import type {PlainText} from '../text/plain-text.ts';

/** Reading speeds, for a minute. */
export type Speeds = Readonly<{
  /** Words of a script that puts spaces between them, and of Thai, Lao, Khmer and Burmese. */
  words: number;
  /** Chinese and Japanese characters. */
  characters: number;
  /**
   * Names and numbers in blocks of code. Slower than prose, but not by the line: most readers follow the
   * shape of a listing and look closer where the text sends them. Leaving code out would call a page of it "1
   * min".
   */
  code: number;
}>;

/**
 * 238: mean of silent reading of English prose (Brysbaert 2019); 500: the usual figure for Chinese and
 * Japanese.
 */
export const SPEEDS: Speeds = {words: 238, characters: 500, code: 180};

/** The amount of text to read. */
export type Counts = Readonly<{words: number; characters: number; code: number}>;

export function count({prose, code}: PlainText): Counts {
  const {words, characters} = countWords(prose);
  const inCode = code === '' ? {words: 0, characters: 0} : countWords(code);
  return {words, characters: characters + inCode.characters, code: inCode.words};
}

/** Words in all; a Chinese or Japanese character counts as one. */
export function wordsIn({words, characters, code}: Counts): number {
  return words + characters + code;
}

/** Whole minutes, at least 1. */
export function minutesFor({words, characters, code}: Counts, speeds: Speeds = SPEEDS): number {
  const minutes = words / speeds.words + characters / speeds.characters + code / speeds.code;
  return Math.max(1, Math.round(minutes));
}

/** Classes of UTF-16 units. */
const GAP = 0;
/** Neither begins a word nor ends one: an apostrophe, a hyphen, a point. */
const MARK = 1;
const LETTER = 2;
/** One sign, one count. */
const SIGN = 3;
/** A script that writes words without a gap. */
const UNSPACED = 4;

/** Not looked at yet. */
const UNSEEN = 255;

/**
 * The class of every unit: a look into a table is quicker than the question. A block of 256 units is filled
 * in when a text has the first of them; to fill in all takes as long as a command takes to read a file.
 */
const KINDS = new Uint8Array(0x1_0000).fill(UNSEEN);

/** A word is a run without gaps that holds a letter or a digit: "state-of-the-art" and "3.5" are one. */
function countWords(text: string): {words: number; characters: number} {
  let words = 0;
  let characters = 0;
  let isInWord = 0;
  for (let index = 0; index < text.length; index++) {
    const kind = KINDS[text.charCodeAt(index)] ?? GAP;
    if (kind === MARK) continue;
    if (kind > LETTER) {
      if (kind === UNSEEN) {
        lookAtBlock(text.charCodeAt(index--));
        continue;
      }
      isInWord = 0;
      if (kind === SIGN) characters++;
      else {
        const end = endOfRun(text, index);
        words += segmentedWords(text.slice(index, end));
        index = end - 1;
      }
      continue;
    }
    // Sums instead of questions: nobody can foretell where a word ends, the processor neither, and it minds.
    const isLetter = kind >> 1;
    words += isLetter & ~isInWord;
    isInWord = isLetter;
  }
  return {words, characters};
}

function lookAtBlock(unit: number): void {
  const start = unit & ~0xff;
  for (let one = start; one < start + 0x100; one++) KINDS[one] = kindOf(one);
}

const ASCII = Uint8Array.from({length: 128}, (_, unit) =>
  /[a-z0-9]/iu.test(String.fromCharCode(unit)) ? LETTER : unit <= 0x20 || unit === 0x7f ? GAP : MARK,
);

function kindOf(unit: number): number {
  if (unit < 0x80) return ASCII[unit] ?? GAP;
  if (unit < 0xe00) return unit === 0xa0 || unit === 0x85 ? GAP : unit < 0xc0 ? MARK : LETTER;
  if (unit < 0x1000) return unit < 0xf00 ? UNSPACED : LETTER;
  if (unit < 0x10a0 || (unit >= 0x1780 && unit < 0x1800)) return UNSPACED;
  if (unit >= 0x2000 && unit < 0x2070) return isDash(unit) || unit <= 0x200b || unit === 0x2028 ? GAP : MARK;
  if (unit >= 0x2190 && unit < 0x2c00) return MARK;
  if (unit >= 0x2e80 && unit < 0xa000)
    return unit >= 0x3000 && unit < 0x3005 ? GAP : isWideMark(unit) ? GAP : SIGN;
  if (unit >= 0xf900 && unit < 0xfb00) return SIGN;
  // Outside the basic plane: of a pair, the first unit says whether it is an ideograph (planes 2 and 3).
  if (unit >= 0xd840 && unit < 0xd890) return SIGN;
  if (unit >= 0xd800 && unit < 0xe000) return MARK;
  return unit >= 0xff00 && unit < 0xffef ? GAP : LETTER;
}

function isDash(unit: number): boolean {
  return unit === 0x2013 || unit === 0x2014 || unit === 0x2015 || unit === 0x2026;
}

/** Brackets, the middle dot and the like between kana and ideographs. */
function isWideMark(unit: number): boolean {
  return (unit >= 0x3008 && unit < 0x3021) || (unit >= 0x3030 && unit < 0x3038) || unit === 0x30fb;
}

/** Spaces go along: to ask the Segmenter takes longer than what it is asked. */
function endOfRun(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit !== 0x20 && kindOf(unit) !== UNSPACED) break;
  }
  return end;
}

let segmenter: Intl.Segmenter | undefined;

/** Letters and marks that count as one word: making a Segmenter takes longer than counting a long article. */
const SHORT = 12;

function segmentedWords(run: string): number {
  if (run.length <= SHORT) return 1;
  segmenter ??= new Intl.Segmenter('th', {granularity: 'word'});
  let words = 0;
  for (const {isWordLike} of segmenter.segment(run)) if (isWordLike) words++;
  return words;
}
