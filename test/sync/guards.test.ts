import {expect, test} from 'vitest';
import {desk, type Desk} from './desk.ts';
import type {Double} from './double.ts';

/** Thirty articles, of which ten are unread and five starred, that both sides agree on. */
async function agreed(): Promise<Desk> {
  const the = await desk();
  const feed = the.double.addFeed('https://one.example/feed', 'One');
  for (let n = 0; n < 30; n++) the.double.addItem(feed, {isRead: n >= 10, isStarred: n % 6 === 0});
  await the.sync();
  return the;
}

/** Answers questions for ids of some stream with others. */
function lists(double: Double, isMeant: (query: URLSearchParams) => boolean, ids: readonly string[]): void {
  double.fault = (path, request, response) => {
    const query = new URL(request.url ?? '', double.origin).searchParams;
    if (!path.endsWith('/stream/items/ids') || !isMeant(query)) return false;
    response.writeHead(200).end(JSON.stringify({itemRefs: ids.map(id => ({id}))}));
    return true;
  };
}

const isUnread = (query: URLSearchParams): boolean => query.has('xt');
const isStarred = (query: URLSearchParams): boolean => query.get('s')?.endsWith('/starred') === true;

test('the read ones are never asked for: some servers would answer with everything', async () => {
  const {double, library, sync, idOf} = await agreed();
  library.mark([idOf([...double.items.values()][0]!.url)], {isRead: true});
  await sync();
  const streams = double.log.map(({query}) => new URLSearchParams(query).get('s') ?? '');
  expect(streams.filter(stream => stream.endsWith('/read'))).toEqual([]);
});

test.each([
  ['says that nothing is unread while it counts some', isUnread, 'none'],
  ['says that everything is unread while it counts less', isUnread, 'all'],
  ['says that everything is starred', isStarred, 'all'],
] as const)('a server that %s changes no mark until the reader agrees', async (_, isMeant, which) => {
  const {double, state, sync} = await agreed();
  const before = state();
  lists(double, isMeant, which === 'all' ? [...double.items.keys()] : []);
  const {problems, changed} = await sync();
  expect(problems).toMatchObject([{kind: 'unsafe', advice: expect.stringContaining('--accept')}]);
  expect(changed).toBe(0);
  expect(state()).toEqual(before);
  expect(await sync({isAccepted: true})).toMatchObject({problems: []});
  expect(state()).not.toEqual(before);
  double.fault = undefined;
  await sync({isAccepted: true});
  expect(state()).toEqual(before);
});

test('what was starred here, be it everything, is no surprise when the server has it', async () => {
  const {double, idOf, library, state, sync} = await agreed();
  library.mark(
    [...double.items.values()].map(({url}) => idOf(url)),
    {isStarred: true},
  );
  expect(await sync()).toMatchObject({problems: [], waiting: 0});
  expect(await sync()).toMatchObject({problems: [], changed: 0});
  expect(state()).toEqual(double.state());
});

test('of feeds that mostly vanish none is removed until the reader agrees', async () => {
  const {double, state, sync} = await agreed();
  for (let n = 0; n < 5; n++) double.addFeed(`https://more-${n}.example/feed`, 'More', 'News');
  await sync();
  const before = state().feeds;
  for (const id of [...double.feeds.keys()].slice(0, 4)) double.removeFeed(id);
  expect((await sync()).problems).toMatchObject([{kind: 'unsafe'}]);
  expect(state().feeds).toEqual(before);
  expect(await sync({isAccepted: true})).toMatchObject({problems: [], feedsRemoved: 4});
  expect(state().feeds).toEqual(double.state().feeds);
});

test('a feed that a server lists twice is one', async () => {
  const {double, state, sync} = await desk();
  const id = double.addFeed('https://one.example/feed', 'One');
  const [feed] = double.feeds.values();
  if (feed) double.feeds.set(999, feed);
  double.addItem(id, {url: 'https://one.example/1'});
  for (let round = 0; round < 2; round++) expect((await sync()).problems).toEqual([]);
  expect(state().feeds).toHaveLength(1);
});
