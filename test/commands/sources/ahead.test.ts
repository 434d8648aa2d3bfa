import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {commands} from '../../helpers/commands.ts';
import {reader} from '../../helpers/story.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';
import {PATIENCE} from '../../helpers/patience.ts';

let home: Home;
let web: WebServer;
beforeEach(async () => {
  home = await temporaryHome();
  web = await webServer();
  web.serve('/feed.json', {headers: {'content-type': 'application/feed+json'}, body: feedOfTeasers()});
  for (const number of [1, 2, 3])
    web.serve(`/${number}`, {headers: {'content-type': 'text/html'}, body: wholePage(number)});
});
afterEach(async () => {
  await Promise.all([web.close(), home.remove()]);
});

test.each([
  ['by an option', ['--ahead', '2'], {}],
  ['by a setting', [], {INKWELL_REFRESH_AHEAD: '2'}],
])(
  'whole texts fetched ahead %s are read without a network; those that were not stay teasers',
  async (_, flags, environment) => {
    const run = commands(home);
    await run(['add', `${web.origin}/feed.json`]);
    const {articles} = checked('list', await run(['list', '--json']));
    expect(articles).toMatchObject([{isPartial: true}, {isPartial: true}, {isPartial: true}]);
    const ran = await run(['refresh', '--force', '--json', ...flags], {environment});
    expect(checked('refresh', ran)).toMatchObject({ahead: 2});
    await web.close();
    const texts = await Promise.all(
      articles.map(async ({id}) => (await run(['read', '--offline', '--format', 'text', id])).stdout),
    );
    expect(texts.map(text => /the whole of letter (\d)/.exec(text)?.[1])).toEqual(['3', '2', undefined]);
  },
);

test('a teaser that was looked at in the reader is completed when it is read', async () => {
  const run = commands(home);
  await run(['add', `${web.origin}/feed.json`]);
  const {articles} = checked('list', await run(['list', '--json']));
  const terminal = reader(home, {arguments: ['--offline']});
  await terminal.until('1 of 3');
  terminal.act('open');
  await terminal.until('A teaser of letter 3.');
  terminal.act('quit');
  await terminal.exit();
  const id = articles[0]?.id ?? '';
  expect((await run(['read', '--offline', '--format', 'text', id])).stdout).toContain(
    'A teaser of letter 3.',
  );
  expect((await run(['read', '--format', 'text', id])).stdout).toContain('the whole of letter 3');
  expect((await run(['read', '--offline', '--format', 'text', id])).stdout).toContain(
    'the whole of letter 3',
  );
});

test('a list with bodies ends when its time for whole texts is over', async () => {
  const run = commands(home);
  const items = Array.from({length: 30}, (_, number) => ({
    id: String(number),
    url: `${web.origin}/held`,
    title: `Named ${number}`,
  }));
  const feed = {version: 'https://jsonfeed.org/version/1.1', title: 'Names alone', items};
  web.serve('/names.json', {headers: {'content-type': 'application/feed+json'}, body: JSON.stringify(feed)});
  web.hold('/held');
  const words = ['list', `${web.origin}/names.json`, '--json', '--bodies'];
  const ran = await run(words, {environment: {INKWELL_LIMITS_COMPLETING: '1'}});
  expect(ran.json()).toMatchObject({articles: items.map(() => ({markdown: ''}))});
  expect(ran.stderr).toContain('Fetching whole texts took longer than 1 s');
});

function feedOfTeasers(): string {
  const items = [1, 2, 3].map(number => ({
    id: String(number),
    url: `${web.origin}/${number}`,
    title: `Letter ${number}`,
    summary: `A teaser of letter ${number}.`,
    date_published: `2026-11-0${number}T08:00:00Z`,
  }));
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Teasers',
    items: items.toReversed(),
  });
}

function wholePage(number: number): string {
  const paragraph = `<p>This is the whole of letter ${number}, ${'with many words about the sea and the lamp, '.repeat(20)} and its end.</p>`;
  return `<!doctype html><title>Letter ${number}</title><article><h1>Letter ${number}</h1>${paragraph.repeat(4)}</article>`;
}

test('the reader fetches them too, after a refresh and in silence', async () => {
  const run = commands(home);
  await run(['add', `${web.origin}/feed.json`]);
  const {articles} = checked('list', await run(['list', '--json']));
  const terminal = reader(home, {
    environment: {INKWELL_REFRESH_AHEAD: '2', INKWELL_REFRESH_ON_START: 'false'},
  });
  await terminal.until('3 of 3 unread');
  terminal.act('refresh');
  const kept = async () =>
    (await run(['read', '--offline', '--format', 'text', articles[1]?.id ?? ''])).stdout;
  await vi.waitFor(async () => expect(await kept()).toContain('the whole of letter 2'), {
    timeout: PATIENCE,
    interval: 50,
  });
  expect(web.requests.map(({path}) => path).filter(path => path !== '/feed.json')).toEqual(['/3', '/2']);
});
