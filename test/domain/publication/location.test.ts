import {expect, test} from 'vitest';
import {provisionalTitle} from '../../../source/domain/publication/location.ts';

test.each([
  ['https://example.org/feed.xml', 'example.org/feed.xml'],
  ['http://ada:secret@example.org/', 'example.org'],
  ['/home/ada/notes', 'notes'],
  ['/home/ada/notes/', 'notes'],
  ['/', '/'],
])('until it is read, %s is called “%s”', (location, title) => {
  expect(provisionalTitle(location)).toBe(title);
});
