import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import {expect, onTestFinished, test} from 'vitest';
import {hardLimit, MemoryLimit} from '../../source/threads/memory-limit.ts';

/** Megabytes. */
const LIMIT = 50;

test.each([
  ['objects', 'kept.push({at: kept.length})'],
  ['bytes outside of its heap', 'kept.push(Buffer.alloc(1_000_000, 1))'],
])('a thread that keeps more and more %s passes its limit before V8 ends it', async (_, step) => {
  const worker = new Worker(`const kept = []; for (;;) ${step};`, {
    eval: true,
    resourceLimits: {maxOldGenerationSizeMb: hardLimit(20 * LIMIT)},
  });
  const limit = new MemoryLimit();
  onTestFinished(async () => {
    limit.stop();
    await worker.terminate();
  });
  const ended = await new Promise<string>((resolve, reject) => {
    worker.on('error', reject);
    limit.start(worker, LIMIT, () => resolve('by its limit'));
  });
  expect(ended).toBe('by its limit');
});

test('a thread that keeps little passes none, and one that has ended is not asked for ever', async () => {
  const worker = new Worker('setInterval(() => {}, 1000);', {eval: true});
  const limit = new MemoryLimit();
  const passed: string[] = [];
  limit.start(worker, LIMIT, () => passed.push('limit'));
  await once(worker, 'online');
  await worker.getHeapStatistics();
  await worker.terminate();
  limit.stop();
  expect(passed).toEqual([]);
});
