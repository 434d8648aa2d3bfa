import {setTimeout as wait} from 'node:timers/promises';
import type {Figures} from './measure/figures.ts';
import {Session} from './measure/session.ts';
import {inkwell} from './programs.ts';

export const KEY_SIZES = ['1k', '10k', '100k'] as const;

const FEEDS = {'1k': [100, 10], '10k': [100, 100], '100k': [1000, 100]} as const;
const PAGE_DOWN = '\u001B[6~';
const PRESSES = 300;

/** Three hundred presses of each key, the first right after the first frame: enough for a p95. */
export async function keys(folder: string, figures: Figures): Promise<void> {
  for (const name of KEY_SIZES) {
    const [feeds, articles] = FEEDS[name];
    const program = inkwell(folder, {name, feeds, articles});
    const session = new Session(program);
    const note = (what: string, milliseconds: number): void =>
      figures.note(`keys, ${name}`, what, milliseconds);
    await session.shows(program.ready);
    for (let press = 0; press < PRESSES; press++) {
      note('j', (await session.press('j')).first);
      await wait(20);
    }
    await session.press('g');
    for (let press = 0; press < Math.min(PRESSES, (feeds * articles) / 30); press++)
      note('page', (await session.press(PAGE_DOWN)).first);
    for (let round = 0; round * 9 < PRESSES; round++) {
      await session.press('/');
      for (const letter of 'river gal') note('filter', (await session.press(letter)).last);
      await session.press('\u001B');
      await session.quiet(100);
    }
    await session.leave(program.quit);
  }
}
