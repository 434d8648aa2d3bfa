/** @module-tag long */

import {expect, onTestFinished, test} from 'vitest';
import {DIALECTS} from '../sync/double.ts';
import {doubleWorld} from './double-world.ts';
import {live} from './life.ts';

test.each(Object.entries(DIALECTS))(
  'a life of an account at a server like %s ends with the same state on both sides',
  async (name, dialect) => {
    const world = await doubleWorld(name, dialect);
    onTestFinished(() => world.stop());
    const said: string[] = [];
    await live(world, {feeds: 5, articles: 4, many: 120}, line => said.push(line));
    expect(said).toHaveLength(world.keepsTags ? 10 : 8);
  },
);
