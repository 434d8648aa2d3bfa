/*
 * A row of a frame as cells: one character each, with the look that the terminal gives it. Only rows are read whose
 * every character is one grapheme and one cell wherever it is shown; for all others the answer is undefined, and they
 * are written whole.
 */

/** As PLAIN in lean-ink.js, without the controls. */
const ONE_CELL =
  /^[\x20-\x7e\xa0-\xac\xae-\u024f\u0400-\u0482\u048a-\u04ff\u2010-\u2027\u20ac\u2190-\u2193\u2500-\u25fc\u25ff\u2605\u2606\u2713]*$/;

const SEQUENCE = /\x1b\[([\d;]*)m|\x1b\]8;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;

/** Attributes that are on or off: the code that sets each, and the one that ends it. */
const ATTRIBUTES = new Map([
  ['1', '22'],
  ['2', '22'],
  ['3', '23'],
  ['4', '24'],
  ['7', '27'],
  ['8', '28'],
  ['9', '29'],
]);

const MOST = 600;
const rows = new Map();
const looks = new Map();

/** @typedef {Readonly<{codes: readonly string[], link: string, key: string, isSeen: boolean}>} Look */

/** No look at all: what the terminal shows in cells that were erased. */
export const BARE = look([], '');

/**
 * @param {string} line of a frame, styled
 * @returns {Readonly<{text: string, looks: readonly Look[]}> | undefined} a character and a look for each cell
 */
export function cellsOf(line) {
  if (rows.has(line)) return rows.get(line);
  if (rows.size >= MOST) rows.clear();
  const cells = read(line);
  rows.set(line, cells);
  return cells;
}

function read(line) {
  const found = [];
  let text = '';
  let current = BARE;
  let index = 0;
  const take = end => {
    const part = line.slice(index, end);
    text += part;
    for (let at = 0; at < part.length; at++) found.push(current);
  };
  for (const match of line.matchAll(SEQUENCE)) {
    take(match.index);
    index = match.index + match[0].length;
    current = match[2] === undefined ? styled(current, match[1]) : look(current.codes, match[2]);
    if (current === undefined) return undefined;
  }
  take(line.length);
  return ONE_CELL.test(text) ? {text, looks: found} : undefined;
}

/** The look after a sequence of Select Graphic Rendition; undefined where it means what is not known here. */
function styled({codes, link}, parameters) {
  const numbers = parameters.split(';');
  let next = codes;
  for (let index = 0; index < numbers.length; index++) {
    const code = numbers[index];
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
  return look(next, link);
}

function isColor(number) {
  return (
    (number >= 30 && number <= 49 && number % 10 !== 8) ||
    (number >= 90 && number <= 97) ||
    (number >= 100 && number <= 107)
  );
}

/** Do both set the colour of letters, or both that behind them? */
function isSameGround(one, other) {
  const first = Number.parseInt(one, 10);
  return first >= 30 && isBehind(first) === isBehind(Number(other));
}

function isBehind(number) {
  return (number >= 40 && number < 50) || number >= 100;
}

/** One object for each look. */
function look(codes, link) {
  const key = `${codes.toSorted().join(';')} ${link}`;
  const known = looks.get(key);
  if (known) return known;
  const isSeen = (link !== '' && link !== ';') || codes.some(code => /^(?:[4789]|4[0-8].*|10\d)$/.test(code));
  const made = {codes, link: link === ';' ? '' : link, key, isSeen};
  if (looks.size >= MOST) looks.clear();
  looks.set(key, made);
  return made;
}
