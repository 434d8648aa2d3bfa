import fc from 'fast-check';
import {expect} from 'vitest';
import {testEach} from '../helpers/test-each.ts';
import {DIALECTS, keepsTags, type Dialect, type Double, type Item} from './double.ts';
import {type Desk, desk} from './desk.ts';

/** How many times; set RUNS for a long one. */
const RUNS = Number(process.env['RUNS'] ?? 60);

const item = fc.nat({max: 11});
const mark = fc.constantFrom('isRead' as const, 'isStarred' as const);
const where = fc.constantFrom('here' as const, 'there' as const);
const names = fc.constantFrom('Ink', 'Salt & <pepper>', 'Tide');

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({kind: fc.constant('mark' as const), where, item, mark, value: fc.boolean()}),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tag' as const),
      where,
      item,
      name: fc.constantFrom('later', 'work'),
      value: fc.boolean(),
    }),
  },
  {weight: 1, arbitrary: fc.record({kind: fc.constant('drop label' as const)})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('undo' as const)})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('all read' as const), where})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('article' as const), feed: fc.nat({max: 2})})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('add' as const), where, feed: fc.nat({max: 4})})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('remove' as const), where, feed: fc.nat({max: 4})})},
  {
    weight: 1,
    arbitrary: fc.record({kind: fc.constant('rename' as const), where, feed: fc.nat({max: 4}), name: names}),
  },
  {
    weight: 1,
    arbitrary: fc.record({kind: fc.constant('move' as const), where, feed: fc.nat({max: 4}), name: names}),
  },
  {weight: 3, arbitrary: fc.record({kind: fc.constant('round' as const)})},
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('cut' as const),
      after: fc.nat({max: 8}),
      how: fc.constantFrom('before' as const, 'after' as const, '500' as const, 'twice' as const),
    }),
  },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const MARKS = ['isRead', 'isStarred', 'later', 'work'] as const;

const isTag = (mark: (typeof MARKS)[number]): mark is 'later' | 'work' => mark === 'later' || mark === 'work';

const isMarked = (one: Item, mark: (typeof MARKS)[number]): boolean =>
  isTag(mark) ? one.labels.has(mark) : one[mark];

const urlOf = (feed: number): string => `https://feed-${feed}.example/feed`;

/**
 * What the rule of conflicts says of each mark: the value here where it differs from what was agreed, else
 * the server's.
 */
class Expected {
  readonly agreed = new Map<string, boolean>();
  isSure = true;

  agree(items: Iterable<Item>): void {
    this.agreed.clear();
    for (const one of items)
      for (const marked of MARKS) this.agreed.set(one.url + marked, isMarked(one, marked));
    this.isSure = true;
  }

  of({double, library}: Desk, items: Iterable<Item>): Map<string, boolean> {
    const expected = new Map<string, boolean>();
    if (!this.isSure) return expected;
    for (const one of items) {
      const row = library.articleByUrl(one.url);
      for (const marked of MARKS) {
        const agreed = this.agreed.get(one.url + marked);
        if (!row || agreed === undefined || (isTag(marked) && !keepsTags(double.dialect))) continue;
        const here = isTag(marked) ? (row.ownTags ?? []).includes(marked) : row[marked];
        expected.set(one.url + marked, here === agreed ? isMarked(one, marked) : here);
      }
    }
    return expected;
  }
}

async function act(the: Desk, one: Step, expected: Expected): Promise<void> {
  const {double, library, sync} = the;
  const feeds = [...double.feeds.values()];
  const publicationAt = (url: string) =>
    library.publications().find(({location, isListed}) => isListed && location === url);
  switch (one.kind) {
    case 'mark': {
      const chosen = [...double.items.values()][one.item];
      if (!chosen) return;
      if (one.where === 'there') chosen[one.mark] = one.value;
      else {
        const row = library.articleByUrl(chosen.url);
        if (row) library.mark([row.id], {[one.mark]: one.value});
      }
      return;
    }
    case 'tag': {
      const chosen = [...double.items.values()][one.item];
      if (!chosen) return;
      if (one.where === 'there') double.label(chosen, one.name, one.value);
      else {
        const row = library.articleByUrl(chosen.url);
        if (row) library.tag([row.id], one.value ? {add: [one.name]} : {remove: [one.name]});
      }
      return;
    }
    case 'drop label':
      double.removeLabel('later');
      return;
    case 'undo':
      library.undo();
      return;
    case 'all read':
      if (one.where === 'here') library.markAllRead({query: ''});
      else for (const each of double.items.values()) each.isRead = true;
      return;
    case 'article': {
      const feed = feeds[one.feed];
      if (feed) double.addItem(feed);
      return;
    }
    case 'add': {
      const url = urlOf(one.feed);
      if (one.where === 'there') {
        if (!feeds.some(feed => feed.url === url)) double.addFeed(url);
      } else if (!publicationAt(url)) {
        const {publicationId} = library.follow(url, {isListed: true});
        const {wishFeed} = await import('../../source/library/sync/feeds.ts');
        const {accountNumber} = await import('../../source/library/sync/accounts.ts');
        library.inside((database: never) =>
          wishFeed(database, {n: accountNumber(database, 'home'), name: 'home'}, publicationId),
        );
      }
      return;
    }
    case 'remove': {
      const url = urlOf(one.feed);
      if (one.where === 'here') {
        const publication = publicationAt(url);
        if (publication) library.unfollow(publication.id);
      } else {
        const feed = feeds.find(each => each.url === url);
        if (feed) double.removeFeed(feed.id);
      }
      return;
    }
    case 'rename':
    case 'move': {
      const url = urlOf(one.feed);
      if (one.where === 'here') {
        const publication = publicationAt(url);
        if (publication)
          library.arrange(publication.id, one.kind === 'rename' ? {name: one.name} : {folder: one.name});
      } else {
        const feed = feeds.find(each => each.url === url);
        if (feed && one.kind === 'rename') feed.title = one.name;
        if (feed && one.kind === 'move') feed.folder = one.name;
      }
      return;
    }
    case 'cut':
      cut(double, one.after, one.how);
      expected.isSure = false;
      return;
    case 'round': {
      const sure = expected.of(the, double.items.values());
      const {problems, waiting} = await sync({isAccepted: true});
      const isWhole = problems.length === 0 && waiting === 0;
      if (!isWhole) expected.isSure = false;
      else {
        for (const each of double.items.values())
          for (const marked of MARKS)
            if (sure.has(each.url + marked)) expect(isMarked(each, marked)).toBe(sure.get(each.url + marked));
        expected.agree(double.items.values());
      }
    }
  }
}

/**
 * The request after some others fails: it does not arrive, its answer does not, the server has a fault, or it
 * comes twice.
 */
function cut(double: Double, after: number, how: 'before' | 'after' | '500' | 'twice'): void {
  let left = after;
  double.fault = (_, request, response) => {
    if (left-- !== 0) return false;
    double.fault = undefined;
    if (how === '500') {
      response.writeHead(500).end('no');
      return true;
    }
    if (how === 'before') {
      request.socket.destroy();
      return true;
    }
    if (how === 'after') {
      const end = response.end.bind(response);
      response.end = (() => {
        request.socket.destroy();
        return end();
      }) as typeof response.end;
    }
    return false;
  };
}

async function converges(dialect: Dialect, steps: readonly Step[]): Promise<void> {
  const the = await desk(dialect);
  const {double, state, sync} = the;
  const expected = new Expected();
  for (const n of [0, 1, 2]) double.addFeed(urlOf(n));
  const feeds = [...double.feeds.values()];
  for (let n = 0; n < 9; n++) double.addItem(feeds[n % 3]!, {isRead: n % 4 === 0});
  await sync();
  expected.agree(double.items.values());
  for (const one of steps) await act(the, one, expected);
  double.fault = undefined;
  for (let rounds = 0; rounds < 4; rounds++) {
    const result = await sync({isAccepted: true});
    expect(result.problems).toEqual([]);
    if (result.waiting === 0 && result.changed === 0 && result.sent === 0) break;
  }
  // What the server has dropped stays here as it is.
  const isThere = (url: string): boolean => [...double.items.values()].some(each => each.url === url);
  const here = state();
  const there = double.state();
  const isOfThere = (tag: string): boolean => isThere(tag.split(' ')[0] ?? '');
  expect({
    ...here,
    unread: here.unread.filter(isThere),
    starred: here.starred.filter(isThere),
    tags: keepsTags(dialect) ? here.tags.filter(isOfThere) : there.tags,
  }).toEqual(there);
  await double.stop();
  the.library.close();
}

testEach(
  'acts here and there, failures and rounds come to one state, with %s',
  {cases: Object.entries(DIALECTS), always: 1, timeout: RUNS * 10_000},
  async (_, dialect) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, {maxLength: 25}), steps => converges(dialect, steps)),
      {numRuns: Math.ceil(RUNS / Object.keys(DIALECTS).length), includeErrorInReport: true},
    );
  },
);
