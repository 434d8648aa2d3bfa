import {expect, test, vi} from 'vitest';
import {keepPosition} from '../../source/effects/keep-position.ts';

const place = (id: string) =>
  ({kind: 'keep-position', id, position: {block: 1, offset: 2}, progress: 0.5}) as const;

test('the last position of each article is written, and nothing after the reader has left', () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const positions = keepPosition({keepPosition: id => written.push(id)});
  positions.keep(place('a'));
  positions.keep(place('a'));
  positions.keep(place('b'));
  positions.end();
  positions.keep(place('c'));
  vi.runAllTimers();
  vi.useRealTimers();
  expect(written).toEqual(['a', 'b']);
});
