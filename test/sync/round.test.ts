import {describe, expect, test} from 'vitest';
import {DIALECTS} from './double.ts';
import {desk} from './desk.ts';
import {itemsFrom} from '../../source/sync/google-reader/answers.ts';

describe.each(Object.entries(DIALECTS))('a server like %s', (_, dialect) => {
  test('has the same state on both sides after a round, whoever changed it', async () => {
    const {double, idOf, library, state, sync} = await desk(dialect);
    const feed = double.addFeed('https://one.example/feed', 'One', 'News');
    const other = double.addFeed('https://two.example/feed', 'Two & <more>', 'Blogs');
    const items = Array.from({length: 30}, (__, n) =>
      double.addItem(n % 2 ? feed : other, {isRead: n % 3 === 0, isStarred: n % 10 === 0}),
    );
    const first = await sync();
    expect(first).toMatchObject({problems: [], added: 30, feedsAdded: 2, missing: 0});
    expect(state()).toEqual(double.state());

    const [a, b, c, d] = items.slice(1) as [
      (typeof items)[0],
      (typeof items)[0],
      (typeof items)[0],
      (typeof items)[0],
    ];
    library.mark([idOf(a.url)], {isRead: true, isStarred: true});
    b.isRead = true;
    c.isStarred = true;
    d.isRead = false;
    double.addItem(feed);
    expect(await sync()).toMatchObject({problems: [], added: 1, sent: 2, waiting: 0});
    expect(state()).toEqual(double.state());
    expect(double.items.get(a.id)).toMatchObject({isRead: true, isStarred: true});

    expect(await sync()).toMatchObject({problems: [], added: 0, sent: 0, changed: 0});
  });
});

test('what was sent while the clock was wrong follows the server once it is right again', async () => {
  let now = Date.now();
  const {double, idOf, library, state, sync} = await desk(DIALECTS.freshrss, {}, () => now);
  const feed = double.addFeed('https://one.example/feed', 'One');
  const items = Array.from({length: 12}, () => double.addItem(feed));
  await sync();
  now += 365 * 24 * 60 * 60 * 1000;
  library.mark(
    items.slice(0, 6).map(({url}) => idOf(url)),
    {isRead: true},
  );
  expect(await sync()).toMatchObject({sent: 6});
  now = Date.now();
  for (const item of items.slice(0, 3)) item.isRead = false;
  library.mark([idOf(items[8]!.url)], {isStarred: true});
  expect(await sync()).toMatchObject({problems: [], changed: 3, sent: 1, waiting: 0});
  expect(state()).toEqual(double.state());
});

test('long articles come in small parts, short ones in large ones, and none is left out', async () => {
  const {double, sync} = await desk();
  const feed = double.addFeed('https://one.example/feed', 'One');
  const sizes = (): number[] =>
    double.log
      .filter(({path}) => path.endsWith('/stream/items/contents'))
      .map(({body}) => new URLSearchParams(body).getAll('i').length);
  const long = `<p>${'Some words of a long text. '.repeat(2000)}</p>`;
  for (let n = 0; n < 160; n++) double.addItem(feed, {html: long});
  expect(await sync()).toMatchObject({added: 160, missing: 0});
  expect(
    sizes()
      .slice(2)
      .every(size => size <= 20),
  ).toBe(true);

  double.log.length = 0;
  for (let n = 0; n < 700; n++) double.addItem(feed);
  expect(await sync()).toMatchObject({added: 700, missing: 0});
  expect(sizes()).toEqual([50, 50, 250, 250, 100]);
});

test('an article that is too large alone is left out and told, and costs no other', async () => {
  const {double, sync} = await desk();
  const feed = double.addFeed('https://one.example/feed', 'One');
  for (let n = 0; n < 20; n++)
    double.addItem(feed, {html: n === 7 ? 'a'.repeat(21_000_000) : '<p>Words.</p>'});
  expect(await sync()).toMatchObject({
    added: 19,
    missing: 0,
    problems: [{kind: 'too-large', message: expect.stringContaining('An article was left out') as string}],
  });
  // It may be smaller next time.
  expect(await sync()).toMatchObject({added: 0, problems: [{kind: 'too-large'}]});
});

test('a feed without a title is not called by the password in its address', async () => {
  const {double, library, sync} = await desk();
  double.addFeed('https://me:ochre@one.example/feed', '');
  await sync();
  expect(library.publications().map(({title}) => title)).toEqual(['https://me:***@one.example/feed']);
});

const answer = (content: string) => ({
  status: 200,
  url: 'https://one.example/',
  headers: new Headers(),
  validators: {},
  isPrivate: false,
  askedAt: 0,
  took: 0,
  body: Buffer.from(
    JSON.stringify({
      items: [
        {
          id: 'tag:google.com,2005:reader/item/00000000000000ff',
          origin: {streamId: 'feed/1'},
          crawlTimeMsec: '9007199254740991',
          content: {content},
          enclosure: [{href: 'https://one.example/a.mp3', type: 'audio/mpeg'}],
        },
      ],
    }),
  ),
});

test('enclosures of FreshRSS are taken out in one pass, and moments out of reach are none', () => {
  const figure = '<figure class="enclosure"><a>a</a></figure>';
  for (const [given, kept] of [
    [`<p>a</p> \n${figure}<p>b</p>${figure}`, '<p>a</p><p>b</p>'],
    [' '.repeat(3_000_000), ' '.repeat(3_000_000)],
    ['<figure class="enclosure">'.repeat(100_000), '<figure class="enclosure">'.repeat(100_000)],
  ] as const) {
    const [item] = itemsFrom(answer(given), 'freshrss');
    expect(item?.article.body?.content === kept).toBe(true);
    expect(item?.stamp).toBe(0);
  }
});
