/** An opening mark, and the marks that may close it within its paragraph. */
type Pair = readonly [open: RegExp, close: RegExp];

/**
 * True for a text that its library would read for minutes: it looks for the end of each opening mark up to
 * the end of the paragraph, again and again where many marks have no end or a distant one.
 */
export function isTangled(language: keyof typeof PAIRS, text: string): boolean {
  let left = ALLOWANCE + text.length * ORDINARY;
  for (const paragraph of text.split(language === 'org' ? /\n/u : /\n[ \t]*\n/u)) {
    for (const pair of PAIRS[language]) left -= reach(paragraph, pair);
    if (language === 'rst') left -= gridWork(paragraph);
    if (language === 'rst') left -= wordWork(paragraph, /[^\s]{400,}/gu, /[-:<'([]/gu);
    if (language === 'org') left -= bracketWork(paragraph) + ORG_LINE;
    if (language === 'asciidoc') left -= repeated(paragraph);
    if (language === 'asciidoc' && paragraph.includes('@'))
      left -= wordWork(paragraph, /[\w.%+-]{400,}/gu, /\w/gu);
    if (left < 0) return true;
  }
  return false;
}

/** The characters between every opening mark and the next closing one, or the end. */
function reach(paragraph: string, [open, close]: Pair): number {
  let sum = 0;
  let end = -1;
  close.lastIndex = 0;
  for (const {index} of paragraph.matchAll(open)) {
    while (end <= index) {
      close.lastIndex = Math.max(close.lastIndex, index + 1);
      end = close.exec(paragraph)?.index ?? paragraph.length;
    }
    sum += end - index;
  }
  return sum;
}

/** Links end at the bracket that closes theirs, behind all that are inside. */
function bracketWork(line: string): number {
  let sum = 0;
  const open: number[] = [];
  for (const {0: bracket, index} of line.matchAll(/[[\]]/gu))
    if (bracket === '[') open.push(index);
    else sum += index - (open.pop() ?? index);
  return open.reduce((all, at) => all + line.length - at, sum);
}

/** The parser looks through all cells of a grid for each of its rows. */
function gridWork(paragraph: string): number {
  if (!/^[ ]*\+[-=+]+[ ]*$/mu.test(paragraph)) return 0;
  const corners = paragraph.split('+').length;
  return (corners * paragraph.split('\n').length) / 5;
}

/** An address is looked for from each of certain characters of a word to the word's end. */
function wordWork(paragraph: string, words: RegExp, starts: RegExp): number {
  let sum = 0;
  for (const [word] of paragraph.matchAll(words)) sum += word.length * (word.match(starts)?.length ?? 0);
  return sum;
}

/** The characters of cells that are written once and shown many times, and the columns that are promised. */
function repeated(paragraph: string): number {
  let sum = 0;
  for (const [, count, cell = ''] of paragraph.matchAll(
    /(?<!\d)(\d+)[*+](?:[<^>.]*[a-z]?[|!,:]([^|!]*)|(?=[^\]\n]{0,99}\]$))/gmu,
  ))
    sum += Number(count) * (cell.length + 100);
  return sum;
}

const START = String.raw`(?<=^|[\s:/'"<([{-])`;
const END = String.raw`(?=$|[\s.,:;!?/\\'">)\]}-])`;

/** Marks of reStructuredText open before words, and close behind them. */
const around = (open: string, close = open): Pair => [
  new RegExp(`${START}(?::[\\w+.:-]{1,40}:)?${open}(?=\\S)`, 'gmu'),
  new RegExp(`(?<=[^\\s\\\\])${close}${END}`, 'gmu'),
];

/** Marks of AsciiDoc, which may stand within words when they are doubled. */
const quotes = (mark: string): readonly Pair[] => [
  [new RegExp(`(?<![\\w;:}])${mark}(?=\\S)`, 'gu'), new RegExp(`(?<=\\S)${mark}(?!\\w)`, 'gu')],
  [new RegExp(mark + mark, 'gu'), new RegExp(mark + mark, 'gu')],
];

const PAIRS = {
  rst: [
    around(String.raw`\*`),
    around(String.raw`\*\*`),
    around('_?`', '`(?:__?)?'),
    around('``'),
    around(String.raw`\|`),
    around(String.raw`\[`, String.raw`\]_`),
  ],
  asciidoc: [
    ...['\\*', '_', '`', '#', '\\+', '"', "'"].flatMap(quotes),
    [/[\^~]/gu, /[\s^~]/gu],
    [/\[\[/gu, /\]\]/gu],
    [/<</gu, />>/gu],
    [/\(\(/gu, /\)\)/gu],
    [/\[/gu, /\]/gu],
    [/\{/gu, /\}/gu],
    [/\$\$/gu, /\$\$/gu],
  ],
  org: [
    [/\\\(/gu, /\\\)/gu],
    [/\\\[/gu, /\\\]/gu],
    [/\$\$/gu, /\$\$/gu],
    ...['\\*', '=', '/', '\\+', '_', '~'].map((mark): Pair => [
      new RegExp(`(?<=^|[\\s({'"])${mark}`, 'gu'),
      new RegExp(mark, 'gu'),
    ]),
  ],
} as const satisfies Readonly<Record<string, readonly Pair[]>>;

/** Characters that are looked through in a text of any length, and for each character of it. */
const ALLOWANCE = 4_000_000;
const ORDINARY = 40;
/** A line of Org, however short, costs orga as much as so many characters that are looked through. */
const ORG_LINE = 250;
