import {expect, test} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {askedNear, canMakeNetworks, names, PRIVATE, runFarAndNear} from '../helpers/near-and-far.ts';
import type {Route} from '../helpers/near-and-far.ts';

/*
 * Files that anybody may have written, and servers that list feeds: nothing near but this machine is asked
 * because they name it, whether by number, by name, or by what else a state says of a source.
 */

const feed = (link: string): Route => ({
  body: `<rss version="2.0"><channel><title>Pier</title><link>${link}</link><item><title>One</title><link>${link}one</link><guid>1</guid></item></channel></rss>`,
});
const ROUTES: Readonly<Record<string, Route>> = {
  'pub.example/feed.xml': feed('http://pub.example/'),
  'inner.example/feed.xml': feed('http://inner.example/'),
  [`${PRIVATE}/feed.xml`]: feed(`http://${PRIVATE}/`),
  'localhost/feed.xml': feed('http://localhost/'),
};

const NEAR = [`http://${PRIVATE}/feed.xml`, 'http://inner.example/feed.xml'];
const OPML = `<opml version="2.0"><body>${[...NEAR, 'http://pub.example/feed.xml']
  .map(url => `<outline xmlUrl="${url}"/>`)
  .join('')}</body></opml>`;

const source = (id: string, location: string, more: object = {}) => ({
  kind: 'publication',
  publication: {id, title: id, location, isPrivate: true},
  source: {
    isListed: true,
    isHidden: false,
    isMuted: false,
    rank: 1,
    inSource: 1,
    openedAt: '2026-01-01T00:00:00.000Z',
    settings: {},
    validators: {},
    failures: 0,
    isPrivate: true,
    ...more,
  },
});
const teaser = (number: number, publicationId: string, url: string) => ({
  kind: 'article',
  key: number,
  article: {
    id: `teaser00000${number}`,
    publicationId,
    position: 0,
    title: 'One',
    url,
    excerpt: 'x',
    tags: [],
    authors: [],
    words: 5,
    minutes: 1,
    isPartial: true,
    publishedAt: '2026-01-01T00:00:00.000Z',
  },
  marks: {isRead: false, isStarred: false, progress: 0},
  body: {format: 'markdown', content: 'The beginning.'},
  addedAt: '2026-01-01T00:00:00.000Z',
});
const STATE = [
  {kind: 'inkwell', version: 1},
  source('a', `http://${PRIVATE}/feed.xml`),
  teaser(1, 'a', `http://${PRIVATE}/reboot`),
  source('b', 'http://inner.example/feed.xml', {feedUrl: `http://${PRIVATE}/feed.xml`}),
  teaser(2, 'b', 'http://inner.example/reboot'),
  source('c', 'http://pub.example/moved.xml', {feedUrl: 'http://inner.example/feed.xml'}),
  {kind: 'preferences', values: {sources: [`http://${PRIVATE}/feed.xml`, 'http://inner.example/other']}},
]
  .map(line => JSON.stringify(line))
  .join('\n');

/** Preferences with an account at a server. */
const account = (base: string) => ({
  'config/inkwell/config.json': JSON.stringify({
    accounts: [
      {name: 'quay', base, api: 'google-reader', server: 'freshrss', user: 'ada', passwordEnv: 'HOME'},
    ],
  }),
});

testEach(
  '%s that names private addresses has nothing fetched from there',
  {
    cases: [
      ['a list of sources', 'sources.opml', OPML],
      ['a state', 'state.jsonl', STATE],
    ],
    always: 1,
    isSkipped: !canMakeNetworks,
  },
  async (_, file, text) => {
    const [imported, refreshed, listed, read, later] = await runFarAndNear(
      ROUTES,
      [
        ['import', file],
        ['refresh', '--force'],
        ['list', '--json', '--bodies'],
        ['read', 'teaser000001'],
        ['hosts', names(PRIVATE)],
        ['refresh', '--force'],
      ],
      {[file]: text},
    );
    expect(imported?.stdout).toMatch(/^Imported \d/u);
    for (const line of [imported, refreshed, listed, read, later])
      expect(line && askedNear(line)).toEqual([]);
    expect(refreshed?.stderr).toContain('has a private address, and you have not added it as one');
    expect(refreshed?.stderr).toContain('inkwell add');
  },
);

test.skipIf(!canMakeNetworks)('an address of this machine is fetched, as that of a bridge is', async () => {
  const [, refreshed] = await runFarAndNear(
    ROUTES,
    [
      ['import', 'bridge.opml'],
      ['refresh', '--force'],
    ],
    {'bridge.opml': '<opml version="2.0"><body><outline xmlUrl="http://localhost/feed.xml"/></body></opml>'},
  );
  expect(refreshed && askedNear(refreshed)).toEqual(['localhost/feed.xml']);
});

test.skipIf(!canMakeNetworks)(
  'an address of this machine leads to no other one',
  {tags: 'long'},
  async () => {
    const [, refreshed, added, imported, read, ahead] = await runFarAndNear(
      {...ROUTES, 'localhost/moved.xml': {location: `http://${PRIVATE}/feed.xml`}},
      [
        ['import', 'bridge.opml'],
        ['refresh', '--force'],
        ['add', 'http://localhost/moved.xml'],
        ['import', 'state.jsonl'],
        ['read', 'teaser000001'],
        ['refresh', '--force', '--ahead', '10'],
      ],
      {
        'bridge.opml':
          '<opml version="2.0"><body><outline xmlUrl="http://localhost/moved.xml"/></body></opml>',
        'state.jsonl': [
          {kind: 'inkwell', version: 1},
          source('a', 'http://localhost/feed.xml'),
          teaser(1, 'a', `http://${PRIVATE}/reboot`),
          source('b', 'http://127.0.0.1/feed.xml', {feedUrl: `http://${PRIVATE}/feed.xml`}),
          teaser(2, 'b', 'http://inner.example/reboot'),
        ]
          .map(line => JSON.stringify(line))
          .join('\n'),
      },
    );
    expect(refreshed && askedNear(refreshed)).toEqual(['localhost/moved.xml']);
    expect(imported?.stdout).toMatch(/^Imported 2 sources/u);
    for (const line of [added, read, ahead])
      expect((line?.asked ?? []).filter(place => !/^(?:localhost|127\.0\.0\.1)\//u.test(place))).toEqual([]);
    expect(added?.code).toBe(1);
  },
);

test.skipIf(!canMakeNetworks)(
  'with --folders, or added by hand, they are fetched',
  {tags: 'long'},
  async () => {
    const [, refreshed] = await runFarAndNear(
      ROUTES,
      [
        ['import', '--folders', 'sources.opml'],
        ['refresh', '--force'],
      ],
      {'sources.opml': OPML},
    );
    expect(refreshed && askedNear(refreshed)).toHaveLength(NEAR.length);
    const [, , added, again] = await runFarAndNear(
      ROUTES,
      [
        ['import', 'sources.opml'],
        ['refresh', '--force'],
        ['add', 'http://inner.example/feed.xml'],
        ['refresh', '--force'],
      ],
      {'sources.opml': OPML},
    );
    expect(added?.code).toBe(0);
    expect(again && askedNear(again)).toEqual(['inner.example/feed.xml']);
  },
);

test.skipIf(!canMakeNetworks)(
  'the password of an account goes over plain http within the own network alone, whatever its name leads to later',
  {tags: 'long'},
  async () => {
    const [near] = await runFarAndNear(ROUTES, [['sync']], account('http://inner.example'));
    expect(near?.asked).toContain('inner.example/accounts/ClientLogin');
    for (const base of ['http://pub.example', 'http://93.184.216.34']) {
      const [far] = await runFarAndNear(ROUTES, [['sync']], account(base));
      expect(far).toMatchObject({code: 1, asked: []});
      expect(far?.stderr).toContain('No password was sent');
    }
  },
);
