/** @module-tag long */

import {expect, test} from 'vitest';
import {romp} from '../helpers/monkey.ts';

/** All presses together; `npm run fuzz` takes more, with other seeds. */
const PRESSES = Number(process.env['FUZZ_PRESSES'] ?? 800);
const SEEDS = (process.env['FUZZ_SEEDS'] ?? '1,2').split(',').map(Number);

test.each(SEEDS)(
  'whatever is pressed, pasted and resized, the reader stays a reader (seed %i)',
  async seed => {
    expect(await romp({seed, presses: PRESSES / SEEDS.length})).toEqual([]);
  },
);
