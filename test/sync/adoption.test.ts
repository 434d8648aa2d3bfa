import {expect, test} from 'vitest';
import {fill, numbered} from '../helpers/drafts.ts';
import {dropAccount} from '../../source/library/sync/accounts.ts';
import {desk, NAME} from './desk.ts';

const PLACE = {location: 'https://one.example/feed', title: 'One'};
const urlOf = (n: number): string => `https://one.example/${n}`;

test('a feed that was followed here keeps its articles and marks, and the server gets what it lacks', async () => {
  const {double, library, state, sync} = await desk();
  const {ids} = fill(
    library,
    numbered(4, n => ({url: urlOf(n)})),
    PLACE,
  );
  library.mark([ids[0]!, ids[1]!], {isRead: true});
  library.mark([ids[1]!], {isStarred: true});
  const feed = double.addFeed(PLACE.location, 'One');
  const items = Array.from({length: 5}, (_, n) => double.addItem(feed, {url: urlOf(n), isRead: n === 2}));
  expect(await sync()).toMatchObject({problems: [], added: 1, feedsAdded: 1});
  expect(await sync()).toMatchObject({problems: [], sent: 3, waiting: 0});
  expect(items.map(({isRead, isStarred}) => [isRead, isStarred])).toEqual([
    [true, false],
    [true, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
  expect(state()).toEqual(double.state());
  expect(ids.map(id => library.article(id)?.url)).toEqual([0, 1, 2, 3].map(urlOf));
});

test('of articles with one address none is taken for that of the server', async () => {
  const {double, library, sync} = await desk();
  const {ids} = fill(
    library,
    numbered(2, () => ({url: urlOf(1)})),
    PLACE,
  );
  library.mark(ids, {isRead: true});
  const item = double.addItem(double.addFeed(PLACE.location, 'One'), {url: urlOf(1)});
  expect(await sync()).toMatchObject({problems: [], added: 1});
  expect(await sync()).toMatchObject({sent: 0});
  expect(item.isRead).toBe(false);
});

test('two articles of a server with one address are two here, and one of them is that of before', async () => {
  const {double, library, sync} = await desk();
  const {ids} = fill(
    library,
    numbered(1, () => ({url: urlOf(1)})),
    PLACE,
  );
  library.mark(ids, {isRead: true});
  const feed = double.addFeed(PLACE.location, 'One');
  const items = [double.addItem(feed, {url: urlOf(1)}), double.addItem(feed, {url: urlOf(1)})];
  expect(await sync()).toMatchObject({problems: [], added: 1});
  await sync();
  expect(items.filter(({isRead}) => isRead)).toHaveLength(1);
  expect(library.window({query: ''}, 0, 10).total).toBe(2);
});

test('an account that is added again has its articles with their marks, whatever their addresses', async () => {
  const {double, idOf, library, state, sync} = await desk();
  const feed = double.addFeed(PLACE.location, 'One');
  const items = Array.from({length: 4}, (_, n) => double.addItem(feed, {url: urlOf(n < 2 ? 0 : n)}));
  await sync();
  library.mark([idOf(urlOf(2))], {isRead: true, isStarred: true});
  await sync();
  library.inside((database: Parameters<typeof dropAccount>[0]) =>
    dropAccount(database, NAME, {keepsFeeds: false}),
  );
  library.mark([idOf(urlOf(3))], {isRead: true});
  items[0]!.isRead = true;
  items[1]!.isStarred = true;
  items[2]!.isStarred = false;
  expect(await sync()).toMatchObject({problems: [], added: 0, feedsAdded: 1});
  expect(await sync()).toMatchObject({problems: [], sent: 2, waiting: 0});
  expect(await sync()).toMatchObject({changed: 0, sent: 0});
  expect(items.map(({isRead, isStarred}) => [isRead, isStarred])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, false],
  ]);
  expect(state()).toEqual(double.state());
});

test('a feed that only a server named is asked as a public one when the account goes and its feeds stay', async () => {
  const {double, library, sync} = await desk();
  const own = 'http://192.168.0.2/feed';
  library.follow(own, {isListed: true, isPrivate: true});
  const named = [
    'http://192.168.0.1/reboot',
    'https://one.example/feed',
    'http://localhost:8080/bridge',
    own,
  ];
  for (const url of named) double.addFeed(url, url);
  expect(await sync()).toMatchObject({problems: [], feedsAdded: 4});
  library.inside((database: Parameters<typeof dropAccount>[0]) =>
    dropAccount(database, NAME, {keepsFeeds: true}),
  );
  const sources = new Map(library.sources().map(source => [source.location, source]));
  expect(named.map(url => sources.get(url)?.isPrivate)).toEqual([false, false, undefined, true]);
  expect(named.map(url => sources.get(url)?.account)).toEqual([undefined, undefined, undefined, undefined]);
});
