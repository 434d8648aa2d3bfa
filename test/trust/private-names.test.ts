import {expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {askedNear, canMakeNetworks, names, PRIVATE, PUBLIC, runFarAndNear} from '../helpers/near-and-far.ts';

/*
 * Private addresses behind public names: each attack is run with real names, real connections and the built
 * program, in a network of its own.
 */

const PROSE = 'A sentence that goes on for long enough to count as prose, and then some more of it. '.repeat(
  20,
);
const feed = (link: string, more = '') =>
  `<rss version="2.0"><channel><title>Pier</title><link>${link}</link>${more}<item><title>One</title><link>${link}one</link><guid>1</guid></item></channel></rss>`;
const page = (head: string) =>
  `<!doctype html><html><head><title>Pier</title>${head}</head><body><article><p>${PROSE}</p></article></body></html>`;
const html = (head: string) => ({type: 'text/html', body: page(head)});

const ROUTES = {
  'pub.example/feed.xml': {body: feed('http://pub.example/')},
  'pub.example/one': html(''),
  'pub.example/moved.xml': {location: 'http://inner.example/feed.xml'},
  'pub.example/twice.xml': {location: 'http://pub.example/moved.xml'},
  'pub.example/page': html(
    '<link rel="alternate" type="application/rss+xml" href="http://inner.example/feed.xml">',
  ),
  'pub.example/refresh': {
    type: 'text/html',
    body: '<html><head><meta http-equiv="refresh" content="0; url=http://inner.example/feed.xml"></head></html>',
  },
  'pub.example/linking.xml': {body: feed('http://inner.example/')},
  'pub.example/card.xml': {
    body: feed(
      'http://pub.example/',
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="newsletter" type="application/json" href="http://inner.example/card.json"/>',
    ),
  },
  'inner.example/card.json': {
    type: 'application/json',
    body: '{"heading": "stolen", "url": "http://inner.example/"}',
  },
  'inner.example/feed.xml': {body: feed('http://inner.example/')},
  'inner.example/one': html(''),
  'inner.example/moved.xml': {location: `http://${PRIVATE}/feed.xml`},
  [`${PRIVATE}/feed.xml`]: {body: feed(`http://${PRIVATE}/`)},
};

const attack = (...lines: readonly (readonly string[])[]) => runFarAndNear(ROUTES, lines);

const MIXED = `127.0.0.1 localhost\n${PUBLIC} pub.example\n127.0.0.1 pub.example\n${PRIVATE} inner.example\n`;

testEach(
  '%s leads from a public host to no name with a private address',
  {
    cases: [
      ['a redirect', 'moved.xml'],
      ['two redirects', 'twice.xml'],
      ['a page that names its feed', 'page'],
      ['a page that sends its readers on', 'refresh'],
    ],
    always: 1,
    isSkipped: !canMakeNetworks,
  },
  async (_, path) => {
    const [added, listed] = await attack(
      ['add', `http://pub.example/${path}`],
      ['list', `http://pub.example/${path}`],
    );
    for (const line of [added, listed]) {
      expect(line?.code).not.toBe(0);
      expect(line && askedNear(line)).toEqual([]);
    }
    expect(added?.stdout).toBe('');
  },
);

test.skipIf(!canMakeNetworks)(
  'a public host with a private address besides passes for no near one',
  async () => {
    const [moved, added] = await attack(
      ['hosts', MIXED],
      ['add', 'http://pub.example/moved.xml'],
      ['add', 'http://pub.example/feed.xml'],
    );
    expect(moved?.code).not.toBe(0);
    expect(moved && askedNear(moved)).toEqual([]);
    expect(added?.code).toBe(0);
  },
);

test.skipIf(!canMakeNetworks)(
  'no card and no page of an article is asked of a private address',
  {tags: 'long'},
  async () => {
    const [added, carded, listed] = await attack(
      ['add', 'http://pub.example/linking.xml'],
      ['add', 'http://pub.example/card.xml'],
      ['list', '--json', '--bodies'],
    );
    expect([added?.code, carded?.code, listed?.code]).toEqual([0, 0, 0]);
    for (const line of [added, carded, listed]) expect(line && askedNear(line)).toEqual([]);
    expect(listed?.stdout).not.toContain('stolen');
  },
);

test.skipIf(!canMakeNetworks)(
  'a source that was typed may be private, and then its articles and redirects',
  async () => {
    const [added, listed, moved] = await attack(
      ['add', 'http://inner.example/feed.xml'],
      ['list', '--json', '--bodies'],
      ['add', 'http://inner.example/moved.xml'],
    );
    expect([added?.code, listed?.code, moved?.code]).toEqual([0, 0, 0]);
    expect(listed?.asked).toContain('inner.example/one');
    expect(moved?.asked).toContain(`${PRIVATE}/feed.xml`);
  },
);

test.skipIf(!canMakeNetworks)(
  'a name that leads into the local network later is asked about, not fetched',
  {tags: 'long'},
  async () => {
    const rebound = ['hosts', names('127.0.0.1')];
    const [added, refreshed, bodies, again, followed] = await attack(
      ['add', 'http://pub.example/feed.xml'],
      rebound,
      ['refresh', '--force'],
      ['list', '--json', '--bodies'],
      ['add', 'http://pub.example/feed.xml'],
      ['refresh', '--force'],
    );
    expect(added?.code).toBe(0);
    expect(refreshed).toMatchObject({code: 1, asked: []});
    expect(refreshed?.stderr).toContain('has a private address, and you have not added it as one');
    expect(refreshed?.stderr).toContain('inkwell add http://pub.example/feed.xml');
    expect(bodies?.asked).toEqual([]);
    expect([again?.code, followed?.code]).toEqual([0, 0]);
  },
);
