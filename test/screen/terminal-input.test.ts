import fc from 'fast-check';
import {expect, test} from 'vitest';
import {ANSWERS} from '../helpers/terminal-answers.ts';
import {TerminalInput} from '../../source/screen/terminal-input.ts';

const ESC = '\u001B';
const ESCAPE = '\u001B[27u';

const answers = Object.entries(ANSWERS);

/** The keys in reads that follow each other at once. */
function heard(...reads: readonly string[]): string {
  const input = new TerminalInput();
  const keys = reads.map(read => input.push(read)).join('');
  return keys + input.settle();
}

test.each(answers)('%s is no key, alone or cut at any byte', (_, answer) => {
  expect(heard(answer)).toBe('');
  for (let at = 1; at < answer.length; at++)
    expect(heard(answer.slice(0, at), answer.slice(at)), `cut at ${at}`).toBe('');
  expect(heard(...answer.split(''))).toBe('');
});

test.each(answers)('%s is no key when its rest comes late', (_, answer) => {
  for (let at = 1; at < answer.length; at++) {
    const input = new TerminalInput();
    const keys =
      input.push(answer.slice(0, at)) + input.settle() + input.push(answer.slice(at)) + input.settle();
    // The first byte alone is Escape: nothing else could be done with it.
    expect(keys, `cut at ${at}`).toBe(at === 1 ? ESCAPE : '');
    expect(input.push('j')).toBe('j');
  }
});

/** What is pressed or pasted, and what of it goes on. */
const KEYS: readonly (readonly [sent: string, heard: string])[] = [
  ['j', 'j'],
  ['jjj', 'jjj'],
  ['\r', '\r'],
  ['\u0003', '\u0003'],
  [`${ESC}[A`, `${ESC}[A`],
  [`${ESC}[1;3D`, `${ESC}[1;3D`],
  [`${ESC}[5~`, `${ESC}[5~`],
  [`${ESC}OB`, `${ESC}OB`],
  [`${ESC}[Z`, `${ESC}[Z`],
  [`${ESC}b`, `${ESC}b`],
  [`${ESC}[106u`, 'j'],
  [`${ESC}[103;2u`, 'G'],
  [`${ESC}[27;2;71~`, 'G'],
  [`${ESC}[200~two\r${ESC}]lines${ESC}[201~`, `${ESC}[200~two\r${ESC}]lines${ESC}[201~`],
];

test('keys among answers are heard as they are without them, however they are cut', () => {
  const part = fc.oneof(
    {weight: 2, arbitrary: fc.constantFrom(...KEYS)},
    fc.constantFrom(...answers.map(([, answer]): readonly [string, string] => [answer, ''])),
  );
  fc.assert(
    fc.property(
      fc.array(part, {maxLength: 8}),
      fc.array(fc.integer({min: 1, max: 7}), {minLength: 1, maxLength: 30}),
      (parts, lengths) => {
        const sent = parts.map(([bytes]) => bytes).join('');
        const expected = parts.map(([, keys]) => keys).join('');
        const reads: string[] = [];
        for (let at = 0, turn = 0; at < sent.length; turn++) {
          let length = lengths[turn % lengths.length] ?? 1;
          // A control character that comes alone is a key, also within a paste.
          if (/^[\r\u0003]$/.test(sent.slice(at, at + length))) length++;
          reads.push(sent.slice(at, at + length));
          at += length;
        }
        fc.pre(reads.every(read => !/^[\r\u0003]$/.test(read)) || !sent.includes('200~'));
        expect(heard(...reads)).toBe(expected);
      },
    ),
    {numRuns: 5000},
  );
});

test('an answer without an end takes no key after a silence', () => {
  for (const begun of [`${ESC}]11;rgb:1e1e`, `${ESC}P>|tmux`, `${ESC}_Gi=1;`]) {
    const input = new TerminalInput();
    expect(input.push(begun) + input.settle()).toBe('');
    expect(input.push('j')).toBe('j');
    expect(input.push('k')).toBe('k');
  }
});

test('Ctrl-C is heard in an answer or a paste without an end', () => {
  const input = new TerminalInput();
  expect(input.push(`${ESC}]52;c;`)).toBe('');
  expect(input.push('\u0003')).toBe('\u0003');
  expect(input.push('j')).toBe('j');
  expect(input.push(`${ESC}[200~pasted`)).toBe(`${ESC}[200~pasted`);
  expect(input.push('\u0003')).toBe(`${ESC}[201~\u0003`);
});

test('an answer of megabytes is neither a key nor stored', () => {
  for (const begin of [`${ESC}]52;c;`, `${ESC}P`, `${ESC}[?`]) {
    const input = new TerminalInput();
    let keys = input.push(begin);
    for (let count = 0; count < 200; count++) keys += input.push('1'.repeat(20_000));
    expect(keys).toBe('');
    expect(JSON.stringify(Object.values(input)).length).toBeLessThan(1000);
    expect(input.push(begin.endsWith('?') ? 'c' : `${ESC}\\`)).toBe('');
    expect(input.push('j')).toBe('j');
  }
});

test('any bytes are read to their end, and a key is heard soon after', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({unit: fc.constantFrom(...`${ESC}[]P_MO;:?<~u1\u0007\\ aA$`.split(''))})),
      reads => {
        const input = new TerminalInput();
        for (const read of reads) input.push(read);
        input.settle();
        const keys = Array.from({length: 6}, () => input.push('j') + input.settle()).join('');
        expect(reads.join('').includes(`${ESC}[200~`) || keys.endsWith('j')).toBe(true);
      },
    ),
    {numRuns: 3000},
  );
});

test.each([
  ['Escape alone', [ESC], ESCAPE],
  ['Escape twice', [ESC, ESC], ESCAPE + ESCAPE],
  ['Escape twice before a letter', [`${ESC}${ESC}k`], `${ESCAPE}${ESCAPE}k`],
  ['Alt with a letter', [`${ESC}b`], `${ESC}b`],
  ['Alt with an arrow in two forms', [`${ESC}${ESC}[D`, `${ESC}[1;3D`], `${ESC}[1;3D${ESC}[1;3D`],
  ['Escape before an answer', [`${ESC}${ESC}[?62c`], ESCAPE],
  ['kitty: Escape', [`${ESC}[27u`], ESCAPE],
  ['kitty: Enter, Tab, Backspace', [`${ESC}[13u${ESC}[9u${ESC}[127u`], '\r\t\u007F'],
  ['kitty: Shift with Tab', [`${ESC}[9;2u`], `${ESC}[Z`],
  ['kitty: Ctrl with a letter', [`${ESC}[111;5u`], '\u000F'],
  ['kitty: Ctrl with [ is Escape', [`${ESC}[91;5u`], ESCAPE],
  ['kitty: Alt with a letter', [`${ESC}[98;3u`], `${ESC}b`],
  ['kitty: a letter with Shift', [`${ESC}[103;2u`], 'G'],
  ['kitty: a letter with Shift by its other key', [`${ESC}[223:7838;2u`], bytes('ẞ')],
  ['kitty: a sign with Shift', [`${ESC}[47;2u`], '?'],
  ['kitty: the text of a key', [`${ESC}[49;2;33u`], '!'],
  ['kitty: Caps Lock', [`${ESC}[106;65u`], 'J'],
  ['kitty: Num Lock', [`${ESC}[106;129u${ESC}[1;129A`], `j${ESC}[A`],
  ['kitty: released', [`${ESC}[106;1:3u${ESC}[1;1:3B`], ''],
  ['kitty: held', [`${ESC}[106;1:2u${ESC}[1;1:2B`], `j${ESC}[B`],
  ['kitty: Super with a letter', [`${ESC}[106;9u`], ''],
  ['kitty: Shift alone', [`${ESC}[57441u`], ''],
  ['kitty: the keypad', [`${ESC}[57400u${ESC}[57419u${ESC}[57414u`], `1${ESC}[A\r`],
  ['kitty: letters of other alphabets', [`${ESC}[1078u`], bytes('ж')],
  ['xterm: Ctrl with a letter', [`${ESC}[27;5;111~`], '\u000F'],
  ['xterm: Shift with a letter', [`${ESC}[27;2;71~`], 'G'],
  ['xterm: Shift with Enter', [`${ESC}[27;2;13~`], '\r'],
  ['the keypad of the VT100', [`${ESC}Oq${ESC}OM${ESC}Ok`], '1\r+'],
  ['Delete and Home', [`${ESC}[3~${ESC}[H`], `${ESC}[3~${ESC}[H`],
  ['keys of no use here', [`${ESC}[15~${ESC}OP${ESC}[[A`], ''],
])('%s', (_, reads, keys) => {
  expect(heard(...reads)).toBe(keys);
});

function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}
