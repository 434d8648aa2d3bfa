import {SAVED} from '../../../source/domain/publication/location.ts';
import {expect, test} from 'vitest';
import {fill, loaded, numbered, titles} from '../../helpers/drafts.ts';
import {open} from '../../helpers/shelf.ts';

const DAY = 24 * 60 * 60 * 1000;

test('drops read articles that are old and have left their source, and nothing else', () => {
  const {library, clock} = open();
  const {publication, ids} = fill(library, numbered(6));
  const [, read = '', starred = '', unread = '', halfRead = '', inSource = ''] = ids;
  library.mark([read, starred, inSource], {isRead: true});
  library.mark([starred], {isStarred: true});
  library.keepPosition(halfRead, {block: 1, offset: 0}, 0.5);
  library.store(publication, loaded(publication, [{guid: '5', title: 'Number 5'}]));
  clock.now += 20 * DAY;
  expect(library.prune({keepDays: 30})).toBe(0);
  clock.now += 20 * DAY;
  expect(library.prune({})).toBe(0);
  expect(library.prune({keepDays: 30})).toBe(1);
  expect(library.article(read)).toBeUndefined();
  expect(library.article(unread)).toBeDefined();
  expect(library.window({query: ''}, 0, 10).total).toBe(5);
  expect(library.publication(publication)).toMatchObject({total: 5, unread: 3});
  expect(titles(library.window({query: 'body'}, 0, 10).rows)).toHaveLength(5);
});

test('what was only opened goes after a month, unless something in it is starred or half read', () => {
  const {library, clock} = open();
  const plain = fill(library, numbered(1), {location: '/plain', isListed: false});
  const starred = fill(library, numbered(1), {location: '/starred', isListed: false});
  const removed = fill(library, numbered(1), {location: 'https://removed.example/'});
  library.mark(starred.ids, {isStarred: true});
  library.unfollow(removed.publication);
  clock.now += 29 * DAY;
  expect(library.prune({})).toBe(0);
  clock.now += 2 * DAY;
  expect(library.prune({})).toBe(2);
  expect(library.publication(plain.publication)).toBeUndefined();
  expect(library.publication(removed.publication)).toBeUndefined();
  expect(library.publication(starred.publication)).toBeDefined();
});

test('saved pages stay, however old and read', () => {
  const {library, clock} = open();
  const where = {location: SAVED, title: 'Saved'};
  const {ids} = fill(library, numbered(2), where);
  fill(library, [{guid: 'other'}], where);
  library.mark(ids, {isRead: true});
  clock.now += 400 * 24 * 60 * 60 * 1000;
  expect(library.prune({keepDays: 30})).toBe(0);
});
