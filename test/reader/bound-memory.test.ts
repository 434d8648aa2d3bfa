import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {expect, test} from 'vitest';

const MODULE = join(import.meta.dirname, '../../source/reader/bound-memory.ts');

test('room for new objects does not grow on and on', () => {
  const free = roomAfterADay(false);
  expect(roomAfterADay(true)).toBeLessThan(free * 0.6);
});

/** Megabytes of the young generation after much was made of which some lived a while. */
function roomAfterADay(isBounded: boolean): number {
  const script = `
    const {getHeapSpaceStatistics} = await import('node:v8');
    const {boundMemory} = await import(${JSON.stringify(`file://${MODULE}`)});
    if (${isBounded}) boundMemory(1);
    let kept = [];
    for (let round = 0; round < 80; round++) {
      kept = kept.slice(-100_000).concat(Array.from({length: 20_000}, (_, n) => ({n, text: [n]})));
      await new Promise(resolve => setTimeout(resolve, 1));
    }
    process.stdout.write(String(getHeapSpaceStatistics().find(({space_name}) => space_name === 'new_space').space_size / 1e6));`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], {encoding: 'utf8'}));
}
