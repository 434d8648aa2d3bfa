import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {throttle} from '../../build/pace.js';

let frames: [at: number, what: unknown][];
let draw: ReturnType<typeof throttle>;

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
  onTestFinished(() => void vi.useRealTimers());
  const began = performance.now();
  frames = [];
  draw = throttle(what => frames.push([performance.now() - began, what]), 17);
});

test('the first frame comes at once, and one that comes a little too soon waits for the rest of the time alone', () => {
  draw('first');
  vi.advanceTimersByTime(15);
  draw('second');
  vi.advanceTimersByTime(1);
  expect(frames).toEqual([[0, 'first']]);
  vi.advanceTimersByTime(1);
  expect(frames).toEqual([
    [0, 'first'],
    [17, 'second'],
  ]);
});

test('of those that come in between the last is drawn', () => {
  for (let time = 0; time < 40; time++) {
    draw(time);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(100);
  expect(frames).toEqual([
    [0, 0],
    [17, 16],
    [34, 33],
    [51, 39],
  ]);
});

test('what waits is drawn at once when it is asked for, and never when it is called off', () => {
  draw('first');
  draw('second');
  draw.flush();
  draw.flush();
  draw('third');
  draw.cancel();
  vi.advanceTimersByTime(100);
  expect(frames.map(([, what]) => what)).toEqual(['first', 'second']);
});
