import {expect, test, vi} from 'vitest';
import {keepPosition} from '../../source/effects/keep-position.ts';

const place = (id: string) =>
  ({kind: 'keep-position', id, position: {block: 1, offset: 2}, progress: 0.5}) as const;

const fail = (error: unknown): never => {
  throw error;
};

test('the last position of each article is written, and nothing after the reader has left', () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const positions = keepPosition({keepPosition: id => written.push(id)});
  positions.keep(place('a'), fail);
  positions.keep(place('a'), fail);
  positions.keep(place('b'), fail);
  positions.end();
  positions.keep(place('c'), fail);
  vi.runAllTimers();
  vi.useRealTimers();
  expect(written).toEqual(['a', 'b']);
});

test('a disk that refuses is told of, holds nothing else up, and the next place is tried again', () => {
  vi.useFakeTimers();
  const [written, told]: [string[], unknown[]] = [[], []];
  const full = new Error('full');
  const keepUnlessFull = (id: string): void => {
    if (id === 'a') throw full;
    written.push(id);
  };
  const positions = keepPosition({keepPosition: keepUnlessFull});
  positions.keep(place('a'), error => told.push(error));
  vi.runAllTimers();
  positions.keep(place('b'), error => told.push(error));
  positions.flush();
  vi.useRealTimers();
  expect({written, told}).toEqual({written: ['b'], told: [full]});
  positions.keep(place('a'), fail);
  expect(positions.end).toThrow(full);
});
