import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {deferred} from '../../source/reader/deferred.ts';
import {onIdle} from '../../source/reader/on-idle.ts';

let listeners: Set<() => void>;
const store = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
const change = (): void => listeners.forEach(listener => listener());

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
  onTestFinished(() => void vi.useRealTimers());
  listeners = new Set();
});

test('acts when nothing has happened for a while, and each change begins the while anew', () => {
  const act = vi.fn<() => void>();
  onIdle(store, 1000, act);
  vi.advanceTimersByTime(900);
  change();
  vi.advanceTimersByTime(999);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(1);
});

test('acts again after the next change', () => {
  const act = vi.fn<() => void>();
  onIdle(store, 1000, act);
  vi.advanceTimersByTime(5000);
  change();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(2);
});

test('does nothing more when it is ended, and listens no longer', () => {
  const act = vi.fn<() => void>();
  const end = onIdle(store, 1000, act);
  end();
  vi.advanceTimersByTime(5000);
  expect([act.mock.calls, listeners.size]).toEqual([[], 0]);
});

test('a part is loaded once, whoever asks, and is ready from then on', async () => {
  const load = vi.fn<() => Promise<{name: string}>>(async () => ({name: 'typesetter'}));
  const part = deferred(load);
  expect(part.ready()).toBeUndefined();
  const [one, other] = await Promise.all([part.load(), part.load()]);
  expect(one).toBe(other);
  expect(part.ready()).toBe(one);
  await part.load();
  expect(load).toHaveBeenCalledTimes(1);
});
