import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {paced} from '../../../source/screen/frame/pace.ts';

let heard: [at: number, what: unknown][];
let change: (what: unknown) => void;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
  onTestFinished(() => void vi.useRealTimers());
  const began = performance.now();
  const listeners = new Set<() => void>();
  let now: unknown;
  heard = [];
  change = what => {
    now = what;
    for (const listener of listeners) listener();
  };
  stop = paced(
    listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => 17,
  )(() => heard.push([performance.now() - began, now]));
});

test('the first change is heard at once, and one a little too soon waits for the rest of the frame alone', () => {
  change('first');
  vi.advanceTimersByTime(15);
  change('second');
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([[0, 'first']]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([
    [0, 'first'],
    [17, 'second'],
  ]);
});

test('of the changes in between the last is heard', () => {
  for (let time = 0; time < 40; time++) {
    change(time);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([
    [0, 0],
    [17, 16],
    [34, 33],
    [51, 39],
  ]);
});

test('nothing is heard after the end', () => {
  change('first');
  change('second');
  stop();
  change('third');
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([[0, 'first']]);
});
