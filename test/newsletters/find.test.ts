import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import type {Newsletter} from '../../source/domain/newsletter/newsletter.ts';
import type {Publication} from '../../source/domain/publication/publication.ts';
import {createHttp} from '../../source/http/http.ts';
import type {Http} from '../../source/http/http.ts';
import {createNewsletters} from '../../source/newsletters/newsletters.ts';
import {NOW} from './sender.ts';
import {json, openNewsroom, page} from '../newsroom/newsroom.ts';
import type {Newsroom, Reply} from '../newsroom/newsroom.ts';

let room: Newsroom;
let http: Http;
let pages: Record<string, Reply> = {};
beforeAll(async () => {
  http = createHttp({environment: {}});
  room = await openNewsroom([({url}) => pages[url]]);
});
beforeEach(() => {
  pages = {};
});
afterAll(async () => {
  await http.close();
  await room.close();
});

const FORM = '<form action="join" method="post"><h3>Newsletter</h3><input type="email" name="e"></form>';

function find(change: Partial<Publication> = {}): Promise<Newsletter | undefined> {
  const publication = {
    id: 'p',
    title: 'P',
    location: `${room.origin}/blog/feed.xml`,
    isPrivate: true,
    ...change,
  };
  return createNewsletters({http, now: () => NOW}).find(publication, new AbortController().signal);
}

describe('where a newsletter is looked for', () => {
  test('on the home page, with addresses resolved against it', async () => {
    pages['/blog/'] = page(FORM);
    const found = await find({homepage: `${room.origin}/blog/`});
    expect(found?.signup).toMatchObject({url: `${room.origin}/blog/join`});
  });

  test('against the base that the page states', async () => {
    pages['/blog/'] = page(`<base href="/elsewhere/">${FORM}`);
    const found = await find({homepage: `${room.origin}/blog/`});
    expect(found?.signup).toMatchObject({url: `${room.origin}/elsewhere/join`});
  });

  test('against the address that a redirect led to', async () => {
    pages['/old'] = {status: 301, headers: {location: '/new/'}};
    pages['/new/'] = page(FORM);
    const found = await find({homepage: `${room.origin}/old`});
    expect(found?.signup).toMatchObject({url: `${room.origin}/new/join`});
  });

  test("on the front page of the feed's site where the feed names no home page", async () => {
    pages['/'] = page(FORM);
    expect((await find())?.heading).toBe('Newsletter');
  });

  test('nowhere for a folder that names no home page', async () => {
    const before = room.requests.length;
    expect(await find({location: '/home/ada/notes'})).toBeUndefined();
    expect(room.requests).toHaveLength(before);
  });

  test('nowhere where the home page is gone', async () => {
    expect(await find({homepage: `${room.origin}/gone`})).toBeUndefined();
  });

  test("never in the reader's own network, when a feed from outside points there", async () => {
    pages['/'] = page(FORM);
    const before = room.requests.length;
    await expect(
      find({location: 'https://feeds.example/f.xml', homepage: `${room.origin}/`}),
    ).rejects.toMatchObject({problem: {kind: 'unsafe'}});
    expect(room.requests).toHaveLength(before);
  });
});

describe('where the front page only links to a page about it', () => {
  test('that page is looked at, and named', async () => {
    pages['/'] = page(
      '<a href="/feed.xml">Feed</a> <a href="/subscribe">Subscribe</a> <a href="/newsletter/">Letters</a>',
    );
    pages['/newsletter/'] = page(FORM);
    expect(await find()).toMatchObject({
      foundOn: `${room.origin}/newsletter/`,
      signup: {url: `${room.origin}/newsletter/join`},
    });
  });

  test.each([
    '/newsletter/archive',
    '/unsubscribe',
    '/newsletter.xml',
    'https://other.example/newsletter',
    '/',
  ])('%s is no such page', async href => {
    pages['/'] = page(`<a href="${href}">Newsletter</a>`);
    const before = room.requests.length;
    expect(await find()).toBeUndefined();
    expect(room.requests).toHaveLength(before + 1);
  });
});

test('what the publication says itself counts more than the words beside the form; where and when it was found is kept', async () => {
  pages['/'] = page(FORM);
  const newsletter = {heading: 'Our letters', promises: ['No spam'], signup: {kind: 'none'}} as const;
  expect(await find({newsletter})).toMatchObject({
    heading: 'Our letters',
    promises: ['No spam'],
    foundOn: `${room.origin}/`,
    foundAt: '2027-01-01T00:00:00.000Z',
    signup: {kind: 'request', url: `${room.origin}/join`},
  });
});

describe('a description that the page links to', () => {
  const LINK = '<link rel="newsletter" type="application/json" href="/newsletter.json">';

  test('counts more than a form', async () => {
    pages['/'] = page(`${LINK}${FORM}`);
    pages['/newsletter.json'] = json({heading: 'Described', url: '/api/join', method: 'json'});
    expect(await find()).toMatchObject({
      heading: 'Described',
      signup: {kind: 'request', provider: 'json', url: `${room.origin}/api/join`},
    });
  });

  test.each([
    ['broken', {body: '{"heading":'}],
    ['missing', {status: 404}],
    ['empty', json({})],
    ['no object', json([1, 2])],
  ] as const)('that is %s does not hide the form', async (_, reply) => {
    pages['/'] = page(`${LINK}${FORM}`);
    pages['/newsletter.json'] = reply;
    expect((await find())?.heading).toBe('Newsletter');
  });

  test('of another type is not taken for one', async () => {
    pages['/'] = page('<link rel="newsletter" type="text/html" href="/newsletter.html">');
    expect(await find()).toBeUndefined();
  });
});

test('a page in another encoding is read by what it says of itself', async () => {
  const body = Buffer.from(
    '<meta charset="windows-1252"><form action="/newsletter" method="post"><h3>Caf\xe9 letters</h3><input type="email" name="e"></form>',
    'latin1',
  );
  pages['/'] = {headers: {'content-type': 'text/html'}, body};
  expect((await find())?.heading).toBe('Café letters');
});
