/** @module-tag long */

import {expect, test} from 'vitest';
import {PAYLOADS} from '../helpers/hostile/payloads.ts';
import {lookAround, openPress, printLibrary, printSource} from '../helpers/hostile/sinks.ts';

test('nothing that a publication holds reaches pipes, files or the log raw, whatever its format', async () => {
  const press = await openPress(PAYLOADS);
  const counts: number[] = [];
  for (const source of press.sources) counts.push(await printSource(press, source));
  expect(counts.every(count => count > PAYLOADS.length / 2)).toBe(true);
  await printLibrary(press);
});

test('nothing of it reaches the screen, the title, the clipboard or a file that is saved', async () => {
  expect(await lookAround(await openPress(PAYLOADS))).toEqual([]);
});
