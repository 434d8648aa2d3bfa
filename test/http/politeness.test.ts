import {expect, test} from 'vitest';
import {createPoliteness} from '../../source/http/host-queue.ts';

/** A clock that moves only when someone waits. */
function politenessWithClock(random = () => 0) {
  let time = 1000;
  const started: [string, number][] = [];
  const inTurn = createPoliteness({
    now: () => time,
    random,
    pause: async milliseconds => void (time += milliseconds),
  });
  const ask = (address: string, signal = new AbortController().signal, work = async () => {}) =>
    inTurn(new URL(address), signal, async () => {
      started.push([address, time - 1000]);
      await work();
    });
  return {ask, started};
}

test('two requests to one host start a while apart', async () => {
  const {ask, started} = politenessWithClock();
  await ask('https://a.example/1');
  await ask('https://a.example/2');
  await ask('https://b.example/1');
  expect(started).toEqual([
    ['https://a.example/1', 0],
    ['https://a.example/2', 250],
    ['https://b.example/1', 250],
  ]);
});

test('chance adds to the spacing, so that many readers don’t ask in step', async () => {
  const {ask, started} = politenessWithClock(() => 1);
  await ask('https://a.example/1');
  await ask('https://a.example/2');
  expect(started.at(-1)?.[1]).toBe(500);
});

test('this machine is not kept waiting', async () => {
  const {ask, started} = politenessWithClock();
  for (const path of ['1', '2', '3']) await ask(`http://127.0.0.1:80/${path}`);
  expect(started.map(([, time]) => time)).toEqual([0, 0, 0]);
});

test('a host has two requests at a time and the next when one is done', async () => {
  const {ask, started} = politenessWithClock();
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>(resolve => ends.push(resolve));
  const all = ['1', '2', '3'].map(path => ask(`http://localhost/${path}`, undefined, work));
  await expect.poll(() => started.length).toBe(2);
  ends[0]?.();
  await expect.poll(() => started.length).toBe(3);
  for (const end of ends) end();
  await Promise.all(all);
});

test('who gives up while waiting leaves at once, and its turn does nothing', async () => {
  const {ask, started} = politenessWithClock();
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>(resolve => ends.push(resolve));
  const held = [ask('http://localhost/1', undefined, work), ask('http://localhost/2', undefined, work)];
  const controller = new AbortController();
  const waiting = ask('http://localhost/3', controller.signal);
  await expect.poll(() => ends.length).toBe(2);
  controller.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  for (const end of ends) end();
  await Promise.all(held);
  await ask('http://localhost/4');
  expect(started.map(([address]) => address.at(-1))).toEqual(['1', '2', '4']);
});
