import {expect, test} from 'vitest';
import {fill, loaded, NOW, numbered} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

test('exported, imported into a fresh library and exported again, all lines are the same', () => {
  const {library, clock} = open();
  const a = fill(
    library,
    numbered(6, () => ({publishedAt: '2026-01-01T00:00:00.000Z'})),
    {location: 'https://a.example/', title: 'A', language: 'de'},
  );
  fill(library, [{guid: 'undated', title: 'Undated', isUndated: true}], {
    location: '/journal',
    isListed: false,
  });
  const b = fill(library, numbered(3), {location: 'https://b.example/', title: 'B'});
  clock.now += 60_000;
  library.store(a.publication, {
    ...loaded(a.publication, numbered(2), 'A'),
    feedUrl: 'https://a.example/feed',
    dueAt: '2027-01-01T00:00:00.000Z',
  });
  library.beginVisit();
  library.mark(a.ids.slice(0, 3), {isRead: true});
  library.mark(a.ids.slice(2, 4), {isStarred: true});
  library.keepPosition(b.ids[1] ?? '', {block: 4, offset: 2}, 0.25);
  library.keepMarkdown(a.ids[0] ?? '', '# Whole', {words: 900, minutes: 4});
  library.arrange(b.publication, {isHidden: true, isMuted: true, folder: 'Work', name: 'Bee'});
  library.reorder([b.publication, a.publication]);
  library.noteFailure(b.publication, {kind: 'timeout', message: 'Too slow.'}, '2026-12-01T00:00:00.000Z');
  library.keepNewsletter(b.publication, {promises: ['No spam'], signup: {kind: 'none'}});
  library.saveQuery('Short', 'read:<5m');
  const first = library.recordSignup({
    publicationId: 'a',
    publicationTitle: 'A',
    state: 'requested',
    email: 'reader@example.com',
  });
  library.recordSignup({publicationId: 'b', publicationTitle: 'B', state: 'recorded'});
  library.forgetSignup(first.id);

  const fresh = open(undefined, {now: NOW + 999_000}).library;
  const lines = [...library.exportState()];
  expect(fresh.importState(JSON.parse(JSON.stringify(lines)) as typeof lines)).toEqual({
    sources: 2,
    articles: 10,
    marks: 5,
    signups: 1,
  });
  expect([...fresh.exportState()]).toEqual(lines);
  for (const query of ['', 'is:unread', 'number', 'is:new'])
    expect(fresh.window({query}, 0, 50)).toEqual(library.window({query}, 0, 50));
  expect(fresh.publications()).toEqual(library.publications().filter(({isListed}) => isListed));

  expect(fresh.importState(lines)).toMatchObject({articles: 0, signups: 0});
  expect([...fresh.exportState()]).toEqual(lines);
});

test('what is imported adds its marks to what is there, and takes none away', () => {
  const {library} = open();
  const {ids} = fill(library, numbered(2));
  library.mark(ids.slice(0, 1), {isStarred: true});
  const lines = [...library.exportState()];
  const other = open().library;
  fill(other, numbered(2));
  other.mark(ids.slice(1), {isRead: true});
  other.importState(lines);
  expect(other.window({query: 'is:starred'}, 0, 5).rows.map(({id}) => id)).toEqual(ids.slice(0, 1));
  expect(other.window({query: 'is:read'}, 0, 5).rows.map(({id}) => id)).toEqual(ids.slice(1));
});
