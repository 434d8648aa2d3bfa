import {expect, test} from 'vitest';
import {Margin} from '../helpers/margin.ts';
import {cutSequence, leftOn} from '../helpers/sequences.ts';

/* What watches the monkey sees what it is there to see. */

const ALTERNATE = '\u001B[?1049h';

async function drawn(...data: readonly string[]): Promise<string | undefined> {
  const margin = new Margin(20, 5);
  for (const part of [ALTERNATE, ...data]) margin.write(part);
  return margin.fault();
}

test('a frame of the window’s size is in order', async () => {
  expect(await drawn(`\u001B[H${'x'.repeat(20)}\r\n${'y'.repeat(20)}`, '\u001B[5;1Hlast')).toBeUndefined();
});

test.each([
  ['too wide', `\u001B[3;1H${'x'.repeat(21)}`],
  ['too tall', '\u001B[5;1Hlast\r\nbelow'],
])('one that is %s is seen, even if the next is not', async (_, frame) => {
  expect(await drawn(frame, '\u001B[2J')).toMatch(/outside of 20×5/);
});

test('a sequence that is cut is seen, a whole one is not', () => {
  expect(
    cutSequence('a\u001B[1mb\u001B]8;;http://a.example\u0007c\u001B[22m\u001B(B\u001B7'),
  ).toBeUndefined();
  expect(cutSequence('a\u001B[1;3')).toContain('[1;3');
  expect(cutSequence('a\u001B[38;2;\u001B[0mb')).toContain('[38;2;');
  expect(cutSequence('a\u001B]8;;http://a.example\u001B[0m')).toContain(']8;;');
});

test('what is left switched on is seen', () => {
  expect(leftOn('\u001B[?1049h\u001B[?25l\u001B[?25h\u001B[?1049l')).toEqual([]);
  expect(leftOn('\u001B[?1049h\u001B[?25l\u001B[?1049l')).toEqual(['a hidden cursor']);
});

test('whether a screen would be in order can be asked without anything being noted', async () => {
  const margin = new Margin(20, 5);
  expect(await margin.wouldHold(`${ALTERNATE}\u001B[5;1Hlast`)).toBe(true);
  expect(await margin.wouldHold(`${ALTERNATE}\u001B[6;1Hbelow`)).toBe(false);
  expect(await margin.fault()).toBeUndefined();
  margin.dispose();
});
