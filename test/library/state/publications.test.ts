import {expect, test} from 'vitest';
import {fill, numbered} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

test('publications are the same rows until something of them changes, and then only what changed differs', () => {
  const {library} = open();
  const {ids} = fill(library, numbered(3), {location: 'https://a.example/feed', title: 'A'});
  fill(library, numbered(2), {location: 'https://b.example/feed', title: 'B'});
  const before = library.publications();
  library.saveQuery('short', 'read:<3m');
  expect(library.publications()).toBe(before);
  library.mark(ids.slice(0, 1), {isRead: true});
  const [first, second] = before;
  expect(library.publications()).toEqual([{...first, unread: 2}, second]);
});

test('each publication of the list is what it is by itself, whatever is known of it', () => {
  const {library} = open();
  const newsletter = {heading: 'Letters “well”', promises: [], signup: {kind: 'none'}} as const;
  const {publicationId} = library.follow('https://a.example/feed', {
    isListed: true,
    settings: {name: 'My “own” name\n'},
    folder: 'Shelf',
  });
  library.noteFailure(publicationId, {kind: 'timeout', message: 'Too slow'}, '2026-12-01T00:00:00.000Z');
  library.keepNewsletter(publicationId, newsletter);
  fill(library, numbered(1), {location: 'https://b.example/feed', language: 'en'});
  fill(library, numbered(1), {location: 'https://c.example/feed', isListed: false});
  const rows = library.publications();
  expect(rows.map(({location}) => location)).toEqual([
    'https://a.example/feed',
    'https://b.example/feed',
    'https://c.example/feed',
  ]);
  for (const row of rows) expect(row).toEqual(library.publication(row.id));
});
