import {expect, onTestFinished, test} from 'vitest';
import {createHttp} from '../../source/http/http.ts';
import {openServer} from '../../source/sync/open-server.ts';
import type {FeedServer} from '../../source/sync/server.ts';
import {aServer} from '../helpers/story.ts';
import {desk} from './desk.ts';
import {DIALECTS, Double} from './double.ts';

const OWN = DIALECTS['miniflux by its own API'];

async function opened(): Promise<{double: Double; server: FeedServer}> {
  const double = await new Double(OWN).start();
  const http = createHttp({environment: {}, pause: async () => {}});
  onTestFinished(async () => {
    await http.close();
    await double.stop();
  });
  const account = {name: 'home', base: double.base, api: 'miniflux', server: 'miniflux'} as const;
  const {signal} = new AbortController();
  return {double, server: openServer({account, password: double.account.password}, http, signal)};
}

const unreadIn = (double: Double): string[] =>
  [...double.items.values()].flatMap(({id, isRead}) => (isRead ? [] : [id])).sort();

/** Does something before the answer to each page of ids. */
function atEachPage(double: Double, work: (page: number) => void): void {
  let pages = 0;
  double.fault = path => {
    if (path.endsWith('/entries/ids')) work(++pages);
    return false;
  };
}

test('a list of many pages is whole', async () => {
  const {double, server} = await opened();
  const feed = double.addFeed('https://one.example/feed');
  for (let n = 0; n < 25_000; n++) double.addItem(feed);
  expect([...(await server.unread())].sort()).toEqual(unreadIn(double));
  expect(double.requests).toBe(3);
});

test('a list out of which articles go while it is read is read again, so that none slips through', async () => {
  const {double, server} = await opened();
  const feed = double.addFeed('https://one.example/feed');
  const items = Array.from({length: 25_000}, () => double.addItem(feed));
  atEachPage(double, page => {
    if (page === 2) for (const item of items.slice(-50)) item.isRead = true;
  });
  expect([...(await server.unread())].sort()).toEqual(unreadIn(double));
});

test('a list to which articles come while it is read is read on', async () => {
  const {double, server} = await opened();
  const feed = double.addFeed('https://one.example/feed');
  for (let n = 0; n < 25_000; n++) double.addItem(feed);
  const before = unreadIn(double);
  atEachPage(double, page => {
    if (page === 2) for (let n = 0; n < 50; n++) double.addItem(feed);
  });
  expect(new Set(await server.unread())).toEqual(new Set(before.concat(unreadIn(double)).slice(0, 25_000)));
  expect(double.requests).toBe(3);
});

test('a list that never stands still ends with a sentence', async () => {
  const {double, server} = await opened();
  const feed = double.addFeed('https://one.example/feed');
  const items = Array.from({length: 25_000}, () => double.addItem(feed));
  atEachPage(double, () => {
    for (const item of items.splice(-10)) item.isRead = true;
  });
  await expect(server.unread()).rejects.toThrow(/changed while they were read/);
});

test('articles that lie far apart among all are fetched a thousand a request', async () => {
  const {double, sync, state} = await desk(OWN);
  const feed = double.addFeed('https://one.example/feed');
  for (let n = 0; n < 12_000; n++) double.addItem(feed, {isRead: n % 10 !== 0, isStarred: n % 400 === 1});
  const first = await sync({newest: 0});
  expect(first).toMatchObject({problems: [], added: 1230, missing: 0});
  expect(state()).toEqual({...double.state(), feeds: state().feeds});
  const asked = double.log.filter(({path}) => path === '/v1/entries');
  expect(asked.length).toBeLessThan(6);
  expect(Math.max(...asked.map(({query}) => Number(new URLSearchParams(query).get('limit'))))).toBe(1000);
});

test('an article that was read or dropped since the lists were read costs no other', async () => {
  const {double, server} = await opened();
  const feed = double.addFeed('https://one.example/feed');
  const items = Array.from({length: 100}, () => double.addItem(feed));
  const ids = await server.unread();
  items[3]!.isRead = true;
  double.items.delete(items[4]!.id);
  const found = (await server.contents(ids)).map(({id}) => id);
  expect(found.sort()).toEqual([...double.items.keys()].sort());
});

test('a hundred stars are one request, and none is taken back by asking twice', async () => {
  const {double, idOf, library, sync} = await desk(OWN);
  const feed = double.addFeed('https://one.example/feed');
  const items = Array.from({length: 100}, () => double.addItem(feed));
  await sync();
  library.mark(
    items.map(({url}) => idOf(url)),
    {isStarred: true},
  );
  // The answer is lost on its way, so it is asked again.
  double.fault = (_, request, response) => {
    if (request.method !== 'PUT') return false;
    double.fault = undefined;
    const end = response.end.bind(response);
    response.end = (() => {
      request.socket.destroy();
      return end();
    }) as typeof response.end;
    return false;
  };
  expect((await sync()).waiting).toBe(100);
  expect(await sync()).toMatchObject({problems: [], waiting: 0});
  expect(items.every(({isStarred}) => isStarred)).toBe(true);
  expect(double.log.filter(({method}) => method === 'PUT')).toHaveLength(2);
});

test('a version that lacks the lists of ids is named, with the way that is left', async () => {
  const {double, server} = await opened();
  double.fault = (path, _, response) => {
    if (path !== '/v1/version') return false;
    response.writeHead(200, {'content-type': 'application/json'}).end('{"version":"2.2.19"}');
    return true;
  };
  await expect(server.enter()).rejects.toMatchObject({
    problem: {message: expect.stringContaining('2.2.19'), advice: expect.stringContaining('--user')},
  });
});

test('a wrong key is a sentence, and a feed that the server cannot read waits alone', async () => {
  const {double, server} = await opened();
  double.broken.add('https://no.example/feed');
  await expect(server.follow({url: 'https://no.example/feed'})).rejects.toThrow(/could not add/);
  expect(await server.follow({url: 'https://yes.example/feed', title: 'Yes', folder: 'Sea'})).toBe('1');
  expect([...double.feeds.values()]).toMatchObject([{title: 'Yes', folder: 'Sea'}]);
  await server.unfollow('1');
  await server.unfollow('1');
  expect(double.feeds.size).toBe(0);

  const http = createHttp({environment: {}});
  const account = {name: 'home', base: double.base, api: 'miniflux', server: 'miniflux'} as const;
  const wrong = openServer({account, password: 'wrong'}, http, new AbortController().signal);
  await expect(wrong.enter()).rejects.toThrow(/does not accept/);
  await http.close();
});

test.each([
  ['fewer articles than it counts', {total: 5, entry_ids: [2, 1]}],
  ['a number that is no id', {total: 3, entry_ids: [1e308, 2, 1]}],
  ['a part of a number', {total: 2, entry_ids: [1.5, 1]}],
])('a list with %s is not believed', async (_, body) => {
  const web = await aServer();
  const answer = {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
  for (const list of ['unread', 'starred']) web.serve(`/v1/entries/ids?limit=10000&offset=0&${list}`, answer);
  web.serve('/v1/entries/ids', answer);
  const http = createHttp({environment: {}, pause: async () => {}});
  onTestFinished(async () => http.close());
  const account = {name: 'home', base: web.origin, api: 'miniflux', server: 'miniflux'} as const;
  const {signal} = new AbortController();
  const server = openServer({account, password: 'key'}, http, signal);
  await expect(server.unread()).rejects.toThrow(/list|id/);
  expect(web.requests.length).toBeGreaterThan(0);
});
