import {describe, expect, test} from 'vitest';
import type {Newsletter} from '../../../source/domain/newsletter/newsletter.ts';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {fill, numbered, titles} from '../../helpers/drafts.ts';
import {open, temporaryFolder} from '../../helpers/shelf.ts';

describe('acts', () => {
  test('are taken back one after the other, the last first, and say what they were', () => {
    const {library} = open();
    const {ids, publication} = fill(library, numbered(3), {title: 'Notes'});
    const [first = '', second = '', third = ''] = ids;
    library.mark([first], {isRead: true});
    library.mark([first, second], {isStarred: true});
    expect(library.markAllRead({query: ''})).toBe(2);
    library.mark([third], {isRead: false});
    library.unfollow(publication);
    expect(library.publications()).toEqual([]);

    expect(library.undo()).toEqual({description: 'Removed Notes', ids: [publication]});
    expect(library.undo()).toEqual({description: 'Marked “Number 2” as unread', ids: [third]});
    expect(library.publication(publication)?.unread).toBe(0);
    expect(library.undo()?.description).toBe('Marked 2 articles as read');
    expect(library.publication(publication)?.unread).toBe(2);
    expect(library.undo()).toMatchObject({description: 'Starred 2 articles'});
    expect(library.undo()).toEqual({description: 'Marked “Number 0” as read', ids: [first]});
    expect(library.undo()).toBeUndefined();
    expect(library.window({query: ''}, 0, 5)).toMatchObject({total: 3, unread: 3});
    expect(library.window({query: 'is:starred'}, 0, 5).total).toBe(0);
  });

  test('that change nothing are no acts', () => {
    const {library} = open();
    const {ids} = fill(library, numbered(1));
    library.mark(ids, {isRead: false});
    library.mark(['unknown'], {isRead: true});
    expect(library.markAllRead({query: 'is:starred'})).toBe(0);
    expect(library.undo()).toBeUndefined();
  });

  test('on very many articles are done part by part, newest first, and taken back the same way', () => {
    const path = join(temporaryFolder(), 'library.db');
    const {library} = open(path);
    fill(library, numbered(2400));
    const unread = (): number => library.window({query: ''}, 0, 0).unread;
    expect(library.markAllRead({query: ''})).toBe(2400);
    expect(unread()).toBe(1400);
    expect(library.window({query: ''}, 0, 1000).rows.every(({isRead}) => isRead)).toBe(true);
    expect([library.goOn(), unread(), library.goOn(), unread(), library.goOn()]).toEqual([
      true,
      400,
      false,
      0,
      false,
    ]);
    expect(library.undoInParts()).toEqual({description: 'Marked 2400 articles as read'});
    expect(unread()).toBe(1000);
    // A run that ends here can take the rest back again.
    const file = new DatabaseSync(path);
    const acts = (): unknown => file.prepare('SELECT count(*) acts FROM act').get();
    expect(acts()).toEqual({acts: 1});
    expect([library.goOn(), library.goOn(), unread()]).toEqual([true, false, 2400]);
    expect(acts()).toEqual({acts: 0});
    file.close();
  });

  test('on very many articles can be taken back before they are done', () => {
    const {library} = open();
    const {ids} = fill(library, numbered(2400));
    library.mark(ids.slice(0, 1), {isStarred: true});
    library.markAllRead({query: ''});
    expect(library.undoInParts()?.description).toBe('Marked 2400 articles as read');
    while (library.goOn());
    expect(library.window({query: ''}, 0, 0).unread).toBe(2400);
    expect(library.undoInParts()?.description).toBe('Starred “Number 0”');
    expect(library.undoInParts()).toBeUndefined();
  });

  test('on very many articles are done before the next act is taken back, and when the library is closed', () => {
    const path = join(temporaryFolder(), 'library.db');
    const {library} = open(path);
    const {ids} = fill(library, numbered(2400));
    library.markAllRead({query: ''});
    library.mark(ids.slice(0, 1), {isStarred: true});
    expect(library.undoInParts()?.description).toBe('Starred “Number 0”');
    expect(library.window({query: ''}, 0, 0).unread).toBe(0);
    library.undo();
    library.markAllRead({query: 'Number'});
    library.close();
    expect(open(path).library.window({query: ''}, 0, 0)).toMatchObject({total: 2400, unread: 0});
  });

  test('of the last run can be taken back in the next, those before it can not', () => {
    const path = join(temporaryFolder(), 'library.db');
    const act = (isStarred: boolean | undefined, isRead: boolean | undefined) => {
      const {library} = open(path);
      const {ids} = fill(library, numbered(2));
      library.mark(ids.slice(0, 1), {
        ...(isStarred !== undefined && {isStarred}),
        ...(isRead !== undefined && {isRead}),
      });
      library.close();
    };
    act(true, undefined);
    act(undefined, true);
    open(path).library.close();
    const {library} = open(path);
    expect(library.undo()?.description).toBe('Marked “Number 0” as read');
    expect(library.undo()).toBeUndefined();
    expect(titles(library.window({query: 'is:starred is:unread'}, 0, 5).rows)).toEqual(['Number 0']);
  });

  test('of another window that is still open are its own to take back', () => {
    const path = join(temporaryFolder(), 'library.db');
    const one = open(path).library;
    const {ids} = fill(one, numbered(2));
    const other = open(path).library;
    one.mark(ids.slice(0, 1), {isRead: true});
    other.mark(ids.slice(1), {isStarred: true});
    expect(other.undo()?.description).toBe('Starred “Number 1”');
    expect(other.undo()).toBeUndefined();
    expect(one.undo()?.description).toBe('Marked “Number 0” as read');
  });
});

describe('what is kept of reading', () => {
  test('the place is kept across runs, and progress within its bounds', () => {
    const path = join(temporaryFolder(), 'library.db');
    const {library} = open(path);
    const {ids} = fill(library, numbered(1));
    const [id = ''] = ids;
    library.keepPosition(id, {block: 12, offset: 340}, 1.7);
    library.close();
    expect(open(path).library.article(id)).toMatchObject({
      progress: 1,
      readingPosition: {block: 12, offset: 340},
    });
  });

  test('what came since the last visit is new', () => {
    const {library, clock} = open();
    const {publication} = fill(library, numbered(1));
    clock.now += 1000;
    library.beginVisit();
    expect(library.window({query: 'is:new'}, 0, 5).total).toBe(1);
    clock.now += 1000;
    fill(library, [{guid: 'later', title: 'Later'}, ...numbered(1)]);
    clock.now += 1000;
    library.beginVisit();
    expect(titles(library.window({query: 'is:new'}, 0, 5).rows)).toEqual(['Later']);
    library.beginVisit();
    expect(library.window({query: 'is:new'}, 0, 5).total).toBe(0);
    expect(library.publication(publication)?.total).toBe(2);
  });
});

describe('the number of the state', () => {
  test('grows with every change, whoever made it, and only then', () => {
    const path = join(temporaryFolder(), 'library.db');
    const one = open(path).library;
    const other = open(path).library;
    const {ids} = fill(one, numbered(2));
    const before = other.version();
    expect(other.version()).toBe(before);
    other.window({query: 'title:number'}, 0, 5);
    one.mark(ids, {isRead: true});
    expect(other.version()).toBeGreaterThan(before);
    expect(other.window({query: 'title:number is:read'}, 0, 5).total).toBe(2);
  });
});

function newsletter(heading: string): Newsletter {
  const signup = {kind: 'browser', provider: 'form', page: 'https://example.com/join'} as const;
  return {heading, promises: [], signup};
}

describe('publications', () => {
  test('stand in the order in which they came, unless they are arranged', () => {
    const {library} = open();
    const a = fill(library, [], {location: 'https://a.example/', title: 'A'});
    const b = fill(library, [], {location: 'https://b.example/', title: 'B'});
    const c = fill(library, [], {location: 'https://c.example/', title: 'C'});
    expect(titles(library.publications())).toEqual(['A', 'B', 'C']);
    library.arrange(c.publication, {rank: 0, folder: 'Work', name: 'See'});
    expect(titles(library.publications())).toEqual(['See', 'A', 'B']);
    expect(library.publication(c.publication)).toMatchObject({folder: 'Work', title: 'See'});
    library.arrange(c.publication, {folder: '', name: ''});
    expect(library.publication(c.publication)).not.toHaveProperty('folder');
    expect(library.publication(c.publication)?.title).toBe('C');
    expect([a, b].map(({publication}) => library.source(publication)?.location)).toEqual([
      'https://a.example/',
      'https://b.example/',
    ]);
  });

  test('the reader’s words about a newsletter count before the source’s, and those before what was found', () => {
    const {library} = open();
    const {publication} = fill(library, []);
    library.keepNewsletter(publication, newsletter('Found'));
    expect(library.publication(publication)?.newsletter?.heading).toBe('Found');
    library.store(publication, {
      kind: 'loaded',
      publication: {id: publication, title: 'x', location: 'x', newsletter: newsletter('Said')},
      articles: [],
      validators: {},
      warnings: [],
    });
    expect(library.publication(publication)?.newsletter?.heading).toBe('Said');
    library.follow('https://example.com/feed', {isListed: true, settings: {newsletter: newsletter('Set')}});
    expect(library.publication(publication)?.newsletter?.heading).toBe('Set');
  });

  test('what arrives in a muted one is read already', () => {
    const {library} = open();
    const {publication} = fill(library, numbered(1));
    library.arrange(publication, {isMuted: true});
    fill(library, numbered(3));
    expect(library.publication(publication)).toMatchObject({isMuted: true, total: 3, unread: 1});
  });

  test('one that was removed and is added again has all its marks', () => {
    const {library} = open();
    const {publication, ids} = fill(library, numbered(2));
    library.mark(ids, {isRead: true});
    library.unfollow(publication);
    fill(library, numbered(2));
    expect(library.publication(publication)).toMatchObject({isListed: true, total: 2, unread: 0});
  });
});

describe('saved queries and sign-ups', () => {
  test('are kept, changed and forgotten', () => {
    const {library} = open();
    library.saveQuery('Short', 'read:<5m');
    library.saveQuery('Later', 'is:starred');
    library.saveQuery('\nShort ', 'read:<3m');
    library.saveQuery('Later', undefined);
    expect(library.savedQueries()).toEqual([{name: 'Short', query: 'read:<3m'}]);

    const one = library.recordSignup({
      publicationId: 'p',
      publicationTitle: 'P',
      host: 'p.example',
      state: 'requested',
    });
    const two = library.recordSignup({
      publicationId: 'q',
      publicationTitle: 'Q',
      email: 'reader@example.com',
      state: 'waiting',
    });
    library.updateSignup(one.id, {state: 'confirmed', message: 'Done.'});
    expect(library.signups()).toEqual([
      two,
      {...one, state: 'confirmed', confirmedAt: one.at, message: 'Done.'},
    ]);
    library.forgetSignup(two.id);
    expect(library.signups()).toHaveLength(1);
  });
});
