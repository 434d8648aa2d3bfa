import {expect, onTestFinished, test} from 'vitest';
import {articleId, publicationId} from '../../source/domain/article/identity.ts';
import {importing, rssOf as rss, sourceLine as source} from '../helpers/state-file.ts';
import {webServer} from '../helpers/web-server.ts';

/* A source that a state file brought, and the reader follows herself later, starts from nothing. */

const {run, imported} = importing();

test.each(['/evil.xml', 'inkwell:rescued'])(
  'no source of a file (%s) takes the place of one that is followed later',
  async where => {
    const server = await webServer();
    onTestFinished(() => server.close());
    server.serve('/feed.xml', {body: rss('Pier', server.origin)});
    server.serve('/evil.xml', {body: rss('Evil', server.origin)});
    const wanted = `${server.origin}/feed.xml`;
    await imported(source(publicationId(wanted), where.startsWith('/') ? server.origin + where : where));
    expect(await run(['add', wanted])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Added: Pier'),
    });
    const {stdout} = await run(['list', '--query', 'in:pier']);
    expect(stdout).toContain('From Pier');
    expect(stdout).not.toContain('Evil');
  },
);

test.each([false, true])(
  'a source of a file (followed: %s) decides nothing about one of that address',
  async isListed => {
    const server = await webServer();
    onTestFinished(() => server.close());
    server.serve('/feed.xml', {headers: {etag: '"1"'}, body: rss('Pier', server.origin)});
    server.serve('/evil.xml', {body: rss('Pier', server.origin).replace('From Pier', 'Evil')});
    const wanted = `${server.origin}/feed.xml`;
    const id = publicationId(wanted);
    const line = source(id, wanted);
    const how = {provider: 'json', method: 'json', field: 'address', fixed: {}};
    const signup = {kind: 'request', ...how, url: `${server.origin}/evil`};
    const newsletter = {promises: [], signup};
    const learnt = {
      isListed,
      validators: {etag: '"1"'},
      feedUrl: `${server.origin}/evil.xml`,
      dueAt: '9990-01-01T00:00:00.000Z',
      failures: 9,
      foundNewsletter: newsletter,
    };
    const hiding = isListed ? {} : {isHidden: true, isMuted: true, own: {interval: 525_600, fullText: false}};
    const article = {
      kind: 'article',
      article: {
        id: articleId(id, '1'),
        publicationId: id,
        position: 0,
        title: 'From Pier',
        tags: [],
        authors: [],
        words: 1,
        minutes: 1,
        isPartial: false,
      },
      marks: {isRead: true, isStarred: false, isHidden: true, progress: 0},
      addedAt: '2026-01-01T00:00:00.000Z',
    };
    const publication = {...line.publication, newsletter};
    const said = await imported(
      {kind: 'publication', publication, source: {...line.source, ...learnt, ...hiding}},
      ...(isListed ? [] : [article]),
    );
    expect(said).not.toContain('not whole');
    expect(await run(['add', wanted])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('(1 article)'),
    });
    await run(['refresh']);
    await run(['refresh', '--force']);
    expect(server.requests.map(({path}) => path)).not.toContain('/evil.xml');
    expect((await run(['list', '--query', 'is:unread', '--format', '{title}'])).stdout).toBe('From Pier\n');
    expect((await run(['sources'])).stdout).not.toMatch(/hidden|muted/u);
    expect((await run(['arrange', wanted, '--json'])).stdout).not.toContain('525600');
    await run([
      'subscribe',
      'ada@example.com',
      '--to',
      wanted,
      '--yes',
      '--to-host',
      new URL(server.origin).host,
    ]);
    expect(server.requests.map(({path}) => path)).not.toContain('/evil');
  },
);

const article = (id: string, publicationId: string, title: string) => ({
  kind: 'article',
  article: {
    id,
    publicationId,
    position: 0,
    title,
    tags: [],
    authors: [],
    words: 1,
    minutes: 1,
    isPartial: false,
  },
  body: {format: 'text', content: 'Forged.'},
  marks: {isRead: true, isStarred: false, isHidden: true, progress: 0},
  addedAt: '2026-01-01T00:00:00.000Z',
});

test('no article of a file takes the place of one of another source, nor of a page that is saved', async () => {
  const server = await webServer();
  onTestFinished(() => server.close());
  const words = 'A sentence that goes on for long enough to count as prose. '.repeat(30);
  const page = `<html><body><article><h1>True</h1><p>${words}</p></article></body></html>`;
  server.serve('/page', {headers: {'content-type': 'text/html'}, body: page});
  const saved = `${server.origin}/page`;
  const evil = publicationId('https://evil.example/feed');
  for (const isListed of [false, true]) {
    server.serve(`/feed-${isListed}.xml`, {body: rss(`Pier ${isListed}`, server.origin)});
    const wanted = `${server.origin}/feed-${isListed}.xml`;
    const line = source(evil, 'https://evil.example/feed');
    await imported(
      {...line, source: {...line.source, isListed}},
      article(articleId(publicationId(wanted), '1'), evil, 'Forged'),
      article(articleId(publicationId('inkwell:saved'), saved), evil, 'Forged'),
    );
    await run(['add', wanted]);
    const {stdout} = await run(['list', '--query', 'is:unread', '--format', '{title}']);
    expect(stdout).toContain(`From Pier ${isListed}`);
    expect(await run(['save', saved])).toMatchObject({code: 0, stdout: expect.stringContaining('True')});
    await run(['remove', wanted]);
  }
});

test('a state replaces no place in an article by none, and moves no visit into the future', async () => {
  const server = await webServer();
  onTestFinished(() => server.close());
  server.serve('/feed.xml', {body: rss('Pier', server.origin)});
  await run(['add', `${server.origin}/feed.xml`]);
  const lines = async () =>
    (await run(['export', '--state'])).stdout
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as {kind: string; marks?: object});
  const half = (marks: object) => async () =>
    (await lines())
      .slice(1)
      .map(line =>
        line.kind === 'article'
          ? {...line, marks: {...line.marks, ...marks}, touchedAt: '9990-01-01T00:00:00.000Z'}
          : line,
      );
  await imported(...(await half({progress: 0.5, readingPosition: {block: 3, offset: 0}})()));
  const future = '9990-01-01T00:00:00.000Z';
  await imported(...(await half({progress: 0, readingPosition: undefined})()), {
    kind: 'visits',
    last: future,
    before: future,
  });
  const state = await lines();
  expect(state.find(({kind}) => kind === 'article')?.marks).toMatchObject({progress: 0.5});
  expect(JSON.stringify(state)).not.toContain('9990');
});
