/*
 * A row of a frame as cells: one character each, with its look. Only rows are read whose every character is
 * one grapheme and one cell in every terminal; all others are undefined here and written whole.
 */

/**
 * Of a class of characters, those that are one grapheme and one cell in every terminal, and never an emoji:
 * Latin, Greek, Cyrillic, punctuation, and the lines and marks that Inkwell draws.
 */
export const ONE_CELL = [
  String.raw`\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff`,
  String.raw`\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff`,
  String.raw`\u2010-\u2027\u2030-\u203b\u203d-\u2048\u204a-\u205e\u20a0-\u20bf`,
  String.raw`\u2190-\u2193\u2500-\u25fc\u25ff\u2605\u2606\u2713`,
].join('');

const OTHER = new RegExp(`[^${ONE_CELL}]`);

/** Select Graphic Rendition (its parameters first), or a hyperlink (its target second). */
export const SEQUENCE = /\x1b\[([\d;]*)m|\x1b\]8;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;

/** Attributes that are on or off: the code that sets each, and the one that ends it. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ['1', '22'],
  ['2', '22'],
  ['3', '23'],
  ['4', '24'],
  ['7', '27'],
  ['8', '28'],
  ['9', '29'],
]);

/** SGR codes and a link. `isSeen`: a blank cell shows it too. */
export type CellLook = Readonly<{codes: readonly string[]; link: string; isSeen: boolean}>;

export type Cells = Readonly<{text: string; looks: readonly CellLook[]}>;

/** Rows and looks are remembered by their text; strings alone, a megabyte at most. */
const MOST = 600;
const rows = new Map<string, Cells | undefined>();
const looks = new Map<string, CellLook>();

/** The look of erased cells. */
export const BARE = lookOf([], '');

/** A character and a look for each cell of a styled row. */
export function cellsOf(line: string): Cells | undefined {
  if (rows.has(line)) return rows.get(line);
  if (rows.size >= MOST) rows.clear();
  const cells = read(line);
  rows.set(line, cells);
  return cells;
}

function read(line: string): Cells | undefined {
  const found: CellLook[] = [];
  let text = '';
  let current = BARE;
  let index = 0;
  const take = (end: number): void => {
    const part = line.slice(index, end);
    text += part;
    for (let at = 0; at < part.length; at++) found.push(current);
  };
  for (const match of line.matchAll(SEQUENCE)) {
    take(match.index);
    index = match.index + match[0].length;
    const [, parameters, link] = match;
    const next = link === undefined ? styled(current, parameters ?? '') : lookOf(current.codes, link);
    if (next === undefined) return undefined;
    current = next;
  }
  take(line.length);
  return OTHER.test(text) ? undefined : {text, looks: found};
}

/** The look after a Select Graphic Rendition; undefined for a code without a rule here. */
function styled({codes, link}: CellLook, parameters: string): CellLook | undefined {
  const numbers = parameters.split(';');
  let next = codes;
  for (let index = 0; index < numbers.length; index++) {
    const code = numbers[index] ?? '';
    const number = Number(code);
    if (number === 0) next = [];
    else if (ATTRIBUTES.has(code)) next = [...next.filter(one => one !== code), code];
    else if (number >= 22 && number <= 29) next = next.filter(one => ATTRIBUTES.get(one) !== code);
    else if (isColor(number) || number === 38 || number === 48) {
      const length = number % 10 === 8 && number < 60 ? (numbers[index + 1] === '2' ? 5 : 3) : 1;
      const whole = numbers.slice(index, index + length).join(';');
      index += length - 1;
      next = next.filter(one => !isSameGround(one, code));
      if (number !== 39 && number !== 49) next = [...next, whole];
    } else return undefined;
  }
  return lookOf(next, link);
}

function isColor(number: number): boolean {
  return (
    (number >= 30 && number <= 49 && number % 10 !== 8) ||
    (number >= 90 && number <= 97) ||
    (number >= 100 && number <= 107)
  );
}

/** Both set the foreground, or both the background. */
function isSameGround(one: string, other: string): boolean {
  const first = Number.parseInt(one, 10);
  return first >= 30 && isBackground(first) === isBackground(Number(other));
}

function isBackground(number: number): boolean {
  return (number >= 40 && number < 50) || number >= 100;
}

/** One object for each look, so that looks are compared by identity. */
function lookOf(codes: readonly string[], target: string): CellLook {
  const link = target === ';' ? '' : target;
  const key = `${codes.toSorted().join(';')} ${link}`;
  let look = looks.get(key);
  if (!look) {
    const isSeen = link !== '' || codes.some(code => /^(?:[4789]|4[0-8].*|10\d)$/.test(code));
    look = {codes, link, isSeen};
    if (looks.size >= MOST) looks.clear();
    looks.set(key, look);
  }
  return look;
}
