import {beforeEach, expect, onTestFinished, test} from 'vitest';
import {articleId, publicationId} from '../../source/domain/article/identity.ts';
import {commands} from '../helpers/commands.ts';
import {importLines, rssOf as rss, sourceLine as source} from '../helpers/state-file.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

/* A source that a state file brought, and the reader follows herself later, starts from nothing. */

let home: Home;
let run: ReturnType<typeof commands>;
beforeEach(async () => {
  home = await temporaryHome();
  run = commands(home);
  onTestFinished(() => home.remove());
});

const imported = (...lines: readonly object[]) => importLines(home, run, ...lines);

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
