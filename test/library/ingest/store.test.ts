import {describe, expect, test} from 'vitest';
import {article, fill, loaded, NOW, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

describe('storing what was fetched', () => {
  test('gives back what was put in', () => {
    const {library} = open();
    const {publication} = fill(library, []);
    const one = article(publication, 0, {
      url: 'https://example.com/1',
      excerpt: 'In short.',
      category: 'Engineering',
      tags: ['databases', 'caching'],
      authors: [
        {name: 'Mara Lindqvist', role: 'Staff Engineer', bio: 'Long.', url: 'https://example.com/mara'},
      ],
      updatedAt: '2026-11-02T00:00:00.000Z',
      isPartial: true,
      image: 'https://example.com/1.png',
      path: 'posts/1.md',
      related: ['aaaaaaaaaaaa'],
      body: {format: 'markdown', content: '# Größe\n\ntext 👩‍💻', base: 'https://example.com/'},
    });
    expect(library.store(publication, {...loaded(publication, []), articles: [one]})).toEqual({
      added: 1,
      changed: 0,
    });
    expect(library.article(one.article.id)).toEqual({
      ...one.article,
      publicationTitle: 'A publication',
      isRead: false,
      isStarred: false,
      progress: 0,
    });
    expect(library.body(one.article.id)).toEqual(one.body);
  });

  test('counts what is new and what has changed, and nothing twice', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(3));
    expect(library.store(publication, loaded(publication, numbered(3)))).toEqual({added: 0, changed: 0});
    const edited = numbered(4, index => (index === 1 ? {body: '<p>Edited.</p>'} : {}));
    expect(library.store(publication, loaded(publication, edited))).toEqual({added: 1, changed: 1});
    expect(library.publication(publication)).toMatchObject({total: 4, unread: 4});
  });

  test('an edited article keeps its marks and the place in it', () => {
    const {library} = open();
    const {publication, ids} = fill(library, numbered(2));
    const [id = ''] = ids;
    library.mark([id], {isRead: true, isStarred: true});
    library.keepPosition(id, {block: 7, offset: 12}, 0.6);
    const moved = numbered(2, index =>
      index === 0 ? {title: 'Edited', publishedAt: '2026-01-05T00:00:00.000Z', body: '<p>quagga</p>'} : {},
    );
    library.store(publication, loaded(publication, moved));
    expect(library.article(id)).toMatchObject({
      title: 'Edited',
      isRead: true,
      isStarred: true,
      progress: 0.6,
      readingPosition: {block: 7, offset: 12},
    });
    expect(titles(library.window({query: ''}, 0, 5).rows)).toEqual(['Number 1', 'Edited']);
    expect(titles(library.window({query: 'quagga'}, 0, 5).rows)).toEqual(['Edited']);
    expect(library.window({query: 'body'}, 0, 5).total).toBe(1);
  });

  test('an article dated far ahead lies where it came in, and keeps its date', () => {
    const {library} = open();
    const {publication} = fill(library, [
      {guid: 'a', title: 'Ahead', publishedAt: '2036-01-01T00:00:00.000Z'},
    ]);
    const soon = new Date(NOW + 3_600_000).toISOString();
    library.store(publication, loaded(publication, [{guid: 'b', title: 'Later', publishedAt: soon}]));
    const {rows} = library.window({query: ''}, 0, 5);
    expect(rows.map(({title, publishedAt}) => [title, publishedAt])).toEqual([
      ['Later', soon],
      ['Ahead', '2036-01-01T00:00:00.000Z'],
    ]);
  });

  test('what has left the source stays, behind what the source has', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(4));
    library.store(
      publication,
      loaded(publication, [
        {guid: 'new', title: 'New'},
        {guid: '3', title: 'Number 3'},
      ]),
    );
    const {rows} = library.window({publications: [publication], query: ''}, 0, 10);
    expect(rows.map(({title, position}) => [title, position])).toEqual([
      ['New', 0],
      ['Number 3', 1],
      ['Number 0', 2],
      ['Number 1', 3],
      ['Number 2', 4],
    ]);
  });

  test('an empty fetch takes nothing away and leaves the validators as they were', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(2), {title: 'Good'});
    library.store(publication, {...loaded(publication, [], ''), validators: {etag: '"empty"'}});
    expect(library.publication(publication)).toMatchObject({title: 'Good', total: 2});
    expect(library.source(publication)?.validators).toEqual({etag: '"1"'});
  });

  test('a teaser never replaces the whole text', () => {
    const {library} = open();
    const {publication, ids} = fill(library, [
      {guid: '0', body: '<p>The whole text.</p>', words: 900, minutes: 4},
    ]);
    const [id = ''] = ids;
    library.store(
      publication,
      loaded(publication, [
        {guid: '0', title: 'Edited', body: '<p>The…</p>', words: 3, minutes: 1, isPartial: true},
      ]),
    );
    expect(library.article(id)).toMatchObject({title: 'Edited', words: 900, minutes: 4, isPartial: false});
    expect(library.body(id)?.content).toBe('<p>The whole text.</p>');
    expect(library.window({query: 'whole'}, 0, 1).total).toBe(1);
  });

  test('a completed teaser stays complete when the same teaser comes again', () => {
    const {library} = open();
    const teaser = [{guid: '0', body: '<p>The…</p>', words: 3, minutes: 1, isPartial: true}];
    const {publication, ids} = fill(library, teaser);
    const [id = ''] = ids;
    library.keepMarkdown(id, 'The whole text.', {words: 900, minutes: 4});
    library.store(publication, loaded(publication, teaser));
    expect(library.article(id)).toMatchObject({words: 900, minutes: 4, isPartial: false});
    expect(library.markdown(id)).toBe('The whole text.');
    expect(library.window({query: 'is:partial'}, 0, 1).total).toBe(0);
  });

  test('kept Markdown goes when the body changes', () => {
    const {library} = open();
    const {publication, ids} = fill(library, numbered(1));
    const [id = ''] = ids;
    library.keepMarkdown(id, 'Body of 0.');
    library.store(
      publication,
      loaded(
        publication,
        numbered(1, () => ({body: '<p>New body.</p>'})),
      ),
    );
    expect(library.markdown(id)).toBeUndefined();
    expect(library.body(id)?.content).toBe('<p>New body.</p>');
  });

  test('an unchanged source is noted as fetched and its failure forgotten', () => {
    const {library, clock} = open();
    const {publication} = fill(library, numbered(1));
    library.noteFailure(publication, {kind: 'offline', message: 'No network.'}, '2026-11-23T13:00:00.000Z');
    expect(library.publication(publication)).toMatchObject({
      problem: {kind: 'offline'},
      dueAt: '2026-11-23T13:00:00.000Z',
      total: 1,
    });
    expect(library.source(publication)).toMatchObject({failures: 1, validators: {etag: '"1"'}});
    clock.now += 60_000;
    library.store(publication, {kind: 'unchanged', validators: {etag: '"2"', lastModified: 'Mon'}});
    expect(library.source(publication)).toMatchObject({
      failures: 0,
      validators: {etag: '"2"', lastModified: 'Mon'},
      fetchedAt: new Date(NOW + 60_000).toISOString(),
    });
    expect(library.publication(publication)).not.toHaveProperty('problem');
  });

  test('a moved source is fetched from its new address and keeps its own', () => {
    const {library} = open();
    const {publication} = fill(library, []);
    library.store(publication, {
      ...loaded(publication, numbered(1)),
      feedUrl: 'https://example.com/feed.xml',
      movedTo: 'https://new.example/feed',
    });
    expect(library.source(publication)).toMatchObject({
      location: 'https://example.com/feed',
      feedUrl: 'https://new.example/feed',
    });
  });

  test('a large source comes in parts and all of it', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(450));
    expect(library.publication(publication)).toMatchObject({total: 450, unread: 450});
    expect(library.window({publications: [publication], query: ''}, 449, 1).rows[0]?.position).toBe(449);
  });

  test('a source that nobody follows is refused with what to do', () => {
    const {library} = open();
    expect(() => library.store('unknown', loaded('unknown', numbered(1)))).toThrow(
      'The library has no publication unknown.',
    );
  });
});

describe('an article opened by its address', () => {
  test('is kept with its publication, which is not followed', () => {
    const {library} = open();
    const one = article('page', 0, {url: 'https://example.com/essay'});
    library.storeArticle(one, {id: 'page', title: 'Example', location: 'https://example.com/essay'});
    expect(library.articleByUrl('https://example.com/essay#part')?.id).toBe(one.article.id);
    expect(library.articleByUrl('https://example.com/essay/')?.id).toBe(one.article.id);
    expect(library.window({query: ''}, 0, 1).total).toBe(0);
    expect(library.publication('page')).toMatchObject({title: 'Example', isListed: false, total: 1});
  });
});
