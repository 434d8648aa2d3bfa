import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {articleId, publicationId} from '../../../source/domain/article/identity.ts';

test('is twelve characters that can be typed and stand in a URL', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (place, key) => {
      expect(publicationId(place)).toMatch(/^[a-z2-7]{12}$/u);
      expect(articleId(publicationId(place), key)).toMatch(/^[a-z2-7]{12}$/u);
    }),
    {numRuns: 50},
  );
});

test('never changes: libraries on disk hold these ids', () => {
  expect(publicationId('https://blog.example/feed.xml')).toBe('fv4gds7xelun');
  expect(articleId('abc', 'urn:1')).toBe('5txafjkq2y2y');
});

test('is another one in another publication', () => {
  expect(articleId('one', 'urn:1')).not.toBe(articleId('two', 'urn:1'));
});
