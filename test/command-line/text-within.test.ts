import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import {textWithin} from '../../source/command-line/words.ts';

test('reads a text to its end, letters of several bytes whole', async () => {
  const bytes = Buffer.from('Wörter mit Umläuten');
  const pieces = Readable.from(Array.from(bytes, byte => Buffer.of(byte)));
  expect(await textWithin(pieces, 'A pipe')).toBe('Wörter mit Umläuten');
});

test('stops at a limit in what never ends', async () => {
  let given = 0;
  function* endless(): Iterable<Buffer> {
    for (;;) {
      given++;
      yield Buffer.alloc(1000);
    }
  }
  await expect(textWithin(Readable.from(endless()), 'The pipe', 50_000)).rejects.toMatchObject({
    problem: {kind: 'too-large', message: expect.stringMatching(/^The pipe has no end/u) as string},
  });
  expect(given).toBeLessThan(120);
});
