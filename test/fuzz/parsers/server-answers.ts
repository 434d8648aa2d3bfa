import * as fc from 'fast-check';
import type {Opening} from '../../../source/domain/sync/account.ts';
import type {Answer, Http} from '../../../source/http/http.ts';
import {assemble} from '../../../source/sources/article/assemble.ts';
import {Asking} from '../../../source/sync/ask-server.ts';
import {
  feedsFrom,
  idPageFrom,
  itemsFrom,
  unreadCountFrom,
} from '../../../source/sync/google-reader/answers.ts';
import {miniflux} from '../../../source/sync/miniflux/miniflux.ts';
import {DATA_WORDS, HTML_WORDS} from '../documents.ts';
import {mustBeArticle, orProblem} from '../judgement.ts';
import {property} from '../property.ts';
import {damaged, textOf} from '../soup.ts';
import type {Soup} from '../soup.ts';

const FEED = {
  id: 'feed/1',
  url: 'https://pier.example/feed',
  title: 'Pier',
  htmlUrl: 'https://pier.example/',
  categories: [{id: 'user/-/label/Sea', label: 'Sea'}],
};
const ITEM = {
  id: 'tag:google.com,2005:reader/item/00000000000000ff',
  title: 'One',
  published: 1_762_905_600,
  crawlTimeMsec: '1762905600000',
  timestampUsec: '1762905600000000',
  author: 'Ada',
  canonical: [{href: 'https://pier.example/1'}],
  alternate: [{href: 'https://pier.example/1'}],
  origin: {streamId: 'feed/1', title: 'Pier'},
  summary: {content: '<p>The lamp</p>'},
  categories: ['user/-/state/com.google/read'],
  enclosure: [{href: 'a.mp3', type: 'audio/mpeg'}],
};
const ENTRY = {
  id: 255,
  feed_id: 1,
  title: 'One',
  url: 'https://pier.example/1',
  published_at: '2026-11-12T10:00:00Z',
  created_at: '2026-11-12T10:00:00.5Z',
  author: 'Ada',
  content: '<p>The lamp</p>',
  tags: ['sea'],
  starred: false,
  status: 'unread',
  comments_url: '',
  enclosures: [{url: 'a.mp3', mime_type: 'audio/mpeg'}],
  feed: {id: 1},
};

const GOOGLE = [
  {items: [ITEM, {...ITEM, id: '-5'}]},
  {subscriptions: [FEED, {id: 'feed/https://quay.example/feed'}]},
  {itemRefs: [{id: '255'}, {id: 9}], continuation: 'c'},
  {unreadcounts: [{id: 'user/-/state/com.google/reading-list', count: 5}]},
].map(value => JSON.stringify(value));

const MINIFLUX = [
  [
    {
      id: 1,
      feed_url: 'https://pier.example/feed',
      site_url: 'https://pier.example/',
      title: 'Pier',
      category: {id: 1, title: 'Sea'},
    },
  ],
  {entries: [ENTRY], total: 1},
  {entry_ids: [255], total: 1},
  {unreads: {1: 5}, reads: {}},
  {version: '2.3.3'},
  ENTRY,
].map(value => JSON.stringify(value));

const WORDS = [
  ...DATA_WORDS,
  ...HTML_WORDS,
  '"id":',
  '"items":[',
  '"feed/',
  '"tag:google.com,2005:reader/item/',
  '-1',
  '1e999',
  '18446744073709551615',
];

const answerOf = (soup: Soup): Answer => ({
  status: 200,
  url: 'https://sync.example/reader/api/0/x',
  headers: new Headers(),
  body: Buffer.from(textOf(soup)),
  validators: {},
  isPrivate: false,
  askedAt: 0,
  took: 0,
});

type Items = ReturnType<typeof itemsFrom>;

function mustBeItems(items: Items): void {
  for (const {id, stream, stamp} of items) {
    if (typeof id !== 'string' || typeof stream !== 'string') throw new Error('an article without a name');
    if (!Number.isFinite(stamp)) throw new Error(`an article of the moment ${stamp}`);
  }
  const from = {
    location: 'https://pier.example/feed',
    canonicalLocation: 'https://pier.example/feed',
    url: '',
  };
  for (const article of assemble({articles: items.map(({article}) => article)}, from).articles)
    mustBeArticle(article);
}

async function readGoogle(soup: Soup): Promise<void> {
  const answer = answerOf(soup);
  await orProblem(() => mustBeItems(itemsFrom(answer, 'freshrss')));
  await orProblem(() => feedsFrom(answer, 'freshrss'));
  await orProblem(() => idPageFrom(answer));
  await orProblem(() => unreadCountFrom(answer));
}

async function readMiniflux({
  soup,
  wanted,
}: Readonly<{soup: Soup; wanted: readonly number[]}>): Promise<void> {
  const answer = answerOf(soup);
  const http = {request: () => Promise.resolve(answer)} as unknown as Http;
  const opening: Opening = {
    account: {name: 'a', server: 'miniflux', base: 'https://sync.example'},
    password: 'key',
  } as unknown as Opening;
  const server = miniflux(opening, new Asking(http, new AbortController().signal, () => 0));
  await orProblem(() => server.enter());
  await orProblem(() => server.feeds());
  await orProblem(() => server.unread());
  await orProblem(() => server.unreadCount());
  await orProblem(async () => mustBeItems([...(await server.contents(wanted.map(String)))]));
}

export const SERVER_ANSWERS = [
  property('answers of a Google Reader', damaged(GOOGLE, WORDS), readGoogle),
  property(
    'answers of Miniflux',
    fc.record({
      soup: damaged(MINIFLUX, WORDS),
      wanted: fc.array(fc.constantFrom(1, 255, 300), {maxLength: 3}),
    }),
    readMiniflux,
  ),
];
