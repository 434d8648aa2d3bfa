/*
 * Keys in the forms of kitty (CSI u), of xterm's modifyOtherKeys (CSI 27;…~) and with modifiers, made the
 * bytes that terminals have always sent for them. Releases, and keys with Super, Hyper or Meta, are no keys
 * of Inkwell.
 */

/** Escape in a form that no following byte can change the meaning of. */
export const ESCAPE = '\x1b[27u';

type Modifiers = Readonly<{shift: boolean; alt: boolean; ctrl: boolean; isCapsLock: boolean}>;

/** Undefined for a release, and for modifiers without a meaning here. */
function modifiersOf(parameter: string | undefined): Modifiers | undefined {
  const [value = '', event = ''] = (parameter ?? '').split(':');
  const bits = (Number(value) || 1) - 1;
  if (event === '3' || (bits & 0b11_1000) !== 0) return undefined;
  return {
    shift: (bits & 1) !== 0,
    alt: (bits & 2) !== 0,
    ctrl: (bits & 4) !== 0,
    isCapsLock: (bits & 64) !== 0,
  };
}

/** `CSI code:shifted:base ; modifiers:event ; text u`. */
export function kittyKey([codes = '', modifiers, text = '']: readonly string[]): string {
  const held = modifiersOf(modifiers);
  const [code = 0, shifted = 0] = codes.split(':').map(Number);
  if (!held || code === 0) return '';
  const typed = text === '' ? undefined : fromCodes(text.split(':').map(Number));
  return keyBytes(code, held, typed ?? (held.shift && shifted > 0 ? fromCodes([shifted]) : undefined));
}

/** `CSI 27 ; modifiers ; code ~`. */
export function otherKey([, modifiers, code = '']: readonly string[]): string {
  const held = modifiersOf(modifiers);
  return held ? keyBytes(Number(code), held, undefined) : '';
}

/** `CSI number ; modifiers final`, as for arrows and Page Up. */
export function functionKey([number = '', modifiers]: readonly string[], final: string): string {
  const held = modifiersOf(modifiers);
  if (!held) return '';
  const bits = Number(held.shift) + 2 * Number(held.alt) + 4 * Number(held.ctrl);
  const parameters = bits > 0 ? `${number || '1'};${bits + 1}` : final === '~' ? number : '';
  return `\x1b[${parameters}${final}`;
}

function keyBytes(code: number, held: Modifiers, typed: string | undefined): string {
  const named = NAMED.get(code);
  if (named === ESCAPE) return ESCAPE;
  if (named !== undefined) {
    if (code === 9 && held.shift) return '\x1b[Z';
    return held.alt ? `\x1b${named}` : named;
  }
  const moving = KEYPAD_MOVES.get(code);
  if (moving) return `\x1b[${moving}`;
  const character = typed ?? fromCodes([code]);
  if (character === undefined || code >= 0xe0_00) return KEYPAD_TEXT.get(code) ?? '';
  const alt = held.alt ? '\x1b' : '';
  if (held.ctrl) return withCtrl(fromCodes([code]) ?? '', alt);
  if (typed !== undefined) return alt + character;
  if (held.shift) return alt + (SHIFTED.get(character) ?? character.toUpperCase());
  return alt + (held.isCapsLock ? character.toUpperCase() : character);
}

function withCtrl(character: string, alt: string): string {
  const code = character.toUpperCase().codePointAt(0) ?? 0;
  if (character === '[') return ESCAPE;
  return code > 64 && code < 96 ? alt + String.fromCodePoint(code - 64) : '';
}

function fromCodes(codes: readonly number[]): string | undefined {
  const isText = codes.every(
    code => Number.isInteger(code) && code >= 0x20 && code <= 0x10_ff_ff && !(code >= 0x7f && code < 0xa0),
  );
  return isText ? String.fromCodePoint(...codes).replaceAll(/\p{Cs}/gu, '') : undefined;
}

const NAMED: ReadonlyMap<number, string> = new Map([
  [8, '\x7f'],
  [9, '\t'],
  [13, '\r'],
  [27, ESCAPE],
  [32, ' '],
  [127, '\x7f'],
  [57_414, '\r'],
]);

const KEYPAD_TEXT: ReadonlyMap<number, string> = new Map(
  Array.from('0123456789./*-+', (character, index): [number, string] => [57_399 + index, character]).concat([
    [57_415, '='],
    [57_416, ','],
  ]),
);

const KEYPAD_MOVES: ReadonlyMap<number, string> = new Map(
  ['D', 'C', 'A', 'B', '5~', '6~', 'H', 'F', '2~', '3~'].map((ending, index) => [57_417 + index, ending]),
);

/** A terminal that reports Shift without its character is read as a keyboard of the United States. */
const SHIFTED: ReadonlyMap<string, string> = new Map(
  Array.from("`1234567890-=[]\\;',./", (key, index): [string, string] => [
    key,
    '~!@#$%^&*()_+{}|:"<>?'[index] ?? key,
  ]),
);
