import {expect, test} from 'vitest';
import {desk, type Desk} from './desk.ts';
import {DIALECTS, type Dialect, type Item} from './double.ts';

/** Twenty articles in the folder News that both sides agree on. */
async function agreed(dialect: Dialect = DIALECTS.freshrss): Promise<Desk & {items: Item[]}> {
  const the = await desk(dialect);
  const feed = the.double.addFeed('https://one.example/feed', 'One', 'News');
  const items = Array.from({length: 20}, () => the.double.addItem(feed));
  await the.sync();
  return {...the, items};
}

const idsOf = ({idOf}: Desk, items: readonly Item[]): string[] => items.map(({url}) => idOf(url));

test('own tags are labels at the server, and its labels are own tags here', async () => {
  const the = await agreed();
  const {double, items, library, state, sync} = the;
  library.tag(idsOf(the, items.slice(0, 3)), {add: ['later']});
  double.label(items[5]!, 'Work', true);
  expect(await sync()).toMatchObject({sent: 3, changed: 1, waiting: 0, problems: []});
  expect(double.state().tags).toEqual(
    [
      ...items
        .slice(0, 3)
        .map(({url}) => `${url} later`)
        .sort(),
      `${items[5]!.url} Work`,
    ].sort(),
  );
  expect(library.window({query: 'tag:work'}, 0, 5).rows.map(({url}) => url)).toEqual([items[5]!.url]);

  library.tag(idsOf(the, [items[5]!]), {remove: ['work']});
  double.label(items[0]!, 'later', false);
  const fresh = double.addItem([...double.feeds.values()][0]!, {labels: new Set(['later']), isRead: true});
  expect(await sync({newest: 0})).toMatchObject({sent: 1, added: 1, waiting: 0, problems: []});
  expect(state().tags).toEqual(double.state().tags);
  expect(state().tags).toContain(`${fresh.url} later`);
  expect(await sync()).toMatchObject({sent: 0, changed: 0});
});

test('tags from before the first sync are sent; one that is taken back waits no more', async () => {
  const the = await agreed();
  const {double, items, library, state, sync} = the;
  library.tag(idsOf(the, items.slice(0, 2)), {add: ['later']});
  library.undo();
  library.tag(idsOf(the, [items[7]!]), {add: ['work']});
  expect(await sync()).toMatchObject({sent: 1, waiting: 0});
  expect(double.state().tags).toEqual([`${items[7]!.url} work`]);
  expect(state().tags).toEqual(double.state().tags);
});

test.each([
  ['refuses labels', {...DIALECTS.freshrss, refusesLabels: true}],
  ['says OK and drops them', {...DIALECTS.freshrss, dropsLabels: true}],
  ['does not tell them from folders', DIALECTS.bazqux],
] as const)('a server that %s leaves the tags here alone, and none waits', async (_, dialect) => {
  const the = await agreed(dialect);
  const {items, library, state, sync} = the;
  library.tag(idsOf(the, items.slice(0, 3)), {add: ['later']});
  const before = state().tags;
  for (let round = 0; round < 3; round++) {
    expect(await sync()).toMatchObject({waiting: 0, problems: []});
    expect(state().tags).toEqual(before);
  }
});

test('of very many labels none is asked for, and that is said', async () => {
  const the = await agreed();
  const {double, items, library, state, sync} = the;
  library.tag(idsOf(the, items.slice(0, 1)), {add: ['later']});
  await sync();
  for (let number = 0; number < 201; number++) double.label(items[1]!, `label-${number}`, true);
  const {requests} = double;
  expect(await sync()).toMatchObject({
    problems: [{kind: 'too-large', message: expect.stringContaining('202 labels')}],
  });
  expect(double.requests - requests).toBeLessThan(20);
  expect(state().tags).toEqual([`${items[0]!.url} later`]);
});

test('of very many labels that is said also by the first round', async () => {
  const {double, sync} = await desk(DIALECTS.freshrss);
  const item = double.addItem(double.addFeed('https://one.example/feed', 'One'));
  for (let number = 0; number < 201; number++) double.label(item, `label-${number}`, true);
  expect(await sync()).toMatchObject({added: 1, problems: [{kind: 'too-large'}]});
});

test('a tag with the name of a folder stays here: the server would take it for the folder', async () => {
  const the = await agreed();
  const {double, items, library, state, sync} = the;
  double.addFeed('https://two.example/feed', 'Two', 'news');
  library.tag(idsOf(the, [items[0]!]), {add: ['news']});
  expect(await sync()).toMatchObject({waiting: 0, problems: []});
  expect(await sync()).toMatchObject({waiting: 0, problems: []});
  expect(state().tags).toEqual([`${items[0]!.url} news`]);
  expect(double.state().tags).toEqual([]);
});

async function tagged(): Promise<Desk & {items: Item[]}> {
  const the = await agreed();
  the.library.tag(idsOf(the, the.items.slice(0, 15)), {add: ['later']});
  await the.sync();
  return the;
}

/** Answers the list of the label with something else. */
function answers({double}: Desk, answer: Readonly<{status: number; body: string}>): void {
  double.fault = (path, request, response) => {
    const stream = new URL(request.url ?? '', double.origin).searchParams.get('s');
    if (!path.endsWith('/stream/items/ids') || !stream?.endsWith('label/later')) return false;
    response.writeHead(answer.status).end(answer.body);
    return true;
  };
}

test.each([
  ['fails', {status: 500, body: ''}],
  ['is a web page', {status: 200, body: '<html>'}],
  ['is empty while the label is there', {status: 200, body: '{"itemRefs":[]}'}],
] as const)('a list of a label that %s changes no tag', async (_, answer) => {
  const the = await tagged();
  const before = the.state().tags;
  answers(the, answer);
  expect((await the.sync()).problems).toHaveLength(1);
  expect(the.state().tags).toEqual(before);
  the.double.fault = undefined;
  expect(await the.sync()).toMatchObject({changed: 0, problems: []});
});

test('a label with much on it that is gone is asked about', async () => {
  const the = await tagged();
  const before = the.state().tags;
  the.double.removeLabel('later');
  expect((await the.sync()).problems).toMatchObject([
    {kind: 'unsafe', advice: expect.stringContaining('--accept')},
  ]);
  expect(the.state().tags).toEqual(before);
  expect(await the.sync({isAccepted: true})).toMatchObject({changed: 15, problems: []});
  expect(the.state().tags).toEqual([]);
});

test('a label that goes between two questions tags nothing, though the server answers with everything', async () => {
  const the = await desk();
  const feed = the.double.addFeed('https://one.example/feed', 'One', 'News');
  const items = Array.from({length: 4}, () => the.double.addItem(feed));
  await the.sync();
  the.double.label(items[0]!, 'later', true);
  the.double.fault = (_, request) => {
    if (request.url?.includes('label%2Flater')) the.double.removeLabel('later');
    return false;
  };
  expect(await the.sync()).toMatchObject({changed: 0, problems: []});
  expect(the.state().tags).toEqual([]);
});
