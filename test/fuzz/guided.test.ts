/** @module-tag long */

import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {corpusOf, tryGuided} from './guided.ts';
import {property} from './property.ts';

const WAYS = {seed: 7, runs: 4000, onCase: () => {}, onGreed: async () => {}};

/** Fails behind four doors, each of which opens only behind the one before. */
function enter(text: string): void {
  if (text.includes('<![CDATA['))
    if (text.includes('\u202E'))
      if (text.includes('javascript:')) if (text.includes('```')) throw new Error('the innermost room');
}

test('what reaches new code is changed further, until the innermost room is found', async () => {
  const doors = property('doors', fc.constant('nothing of interest'), enter);
  expect(await tryGuided(doors, WAYS)).toMatchObject({fault: expect.stringContaining('the innermost room')});
  expect(corpusOf('doors')).toBeGreaterThan(3);
});

test('a case keeps its form, and short words that choose something', async () => {
  const forms: unknown[] = [];
  const cases = fc.constant({format: 'markdown', lines: ['a line that may change'], isOld: true});
  const form = property('form', cases, value => void forms.push(value));
  expect(await tryGuided(form, {...WAYS, runs: 50})).toBeUndefined();
  expect(forms).toHaveLength(50);
  for (const value of forms)
    expect(value).toEqual({format: 'markdown', lines: [expect.any(String)], isOld: true});
});
