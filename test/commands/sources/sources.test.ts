import {existsSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checked, titles} from '../../helpers/checked.ts';
import {rss, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';

let home: Home;
let run: ReturnType<typeof commands>;
let web: WebServer;

const WELL = rss('The Well', [
  {title: 'Third', day: '2026-11-03T10:00:00Z'},
  {title: 'Second', day: '2026-11-02T10:00:00Z', text: 'A cache is a promise.'},
  {title: 'First', day: '2026-11-01T10:00:00Z'},
]);

beforeEach(async () => {
  home = await temporaryHome();
  run = commands(home);
  web = await webServer();
  web.serve('/well.xml', served(WELL));
  web.serve('/pond.xml', served(rss('The Pond', [{title: 'Ripples', day: '2026-11-02T12:00:00Z'}])));
});

afterEach(async () => {
  await web.close();
  await home.remove();
});

describe('list of a named source', () => {
  test('has its articles in its order, and leaves no library behind', async () => {
    const listing = checked('list', await run(['list', '--json', `${web.origin}/well.xml`]));
    expect(listing.publications).toMatchObject([{title: 'The Well', location: `${web.origin}/well.xml`}]);
    expect(titles(listing)).toEqual(['Third', 'Second', 'First']);
    expect(listing.articles.map(({position}) => position)).toEqual([0, 1, 2]);
    expect(existsSync(join(home.folder, 'data'))).toBe(false);
  });

  test('can be asked a query, and limited, without being kept', async () => {
    const source = `${web.origin}/well.xml`;
    expect(titles(checked('list', await run(['list', '--json', '--query', 'promise', source])))).toEqual([
      'Second',
    ]);
    expect(
      titles(checked('list', await run(['list', '--json', '--query', '-promise', '--limit', '1', source]))),
    ).toEqual(['Third']);
    expect(existsSync(join(home.folder, 'data'))).toBe(false);
  });

  test('has the text as Markdown with --bodies', async () => {
    const {articles} = checked('list', await run(['list', '--json', '--bodies', `${web.origin}/well.xml`]));
    expect(articles[1]?.markdown?.trim()).toBe('A cache is a promise.');
  });

  test('as text has titles, names, days and minutes; by a template what it says', async () => {
    const {stdout} = await run(['list', `${web.origin}/well.xml`]);
    expect(stdout).toMatch(
      /^The Well\nNotes on The Well\n\n {2}Third\n {2}Mara Lindqvist · 3 Nov 2026 · Engineering · 1\+? min · \w{12}\n/,
    );
    const {stdout: lines} = await run(['list', '--format', '{date}\\t{title}', `${web.origin}/well.xml`]);
    expect(lines).toBe('2026-11-03\tThird\n2026-11-02\tSecond\n2026-11-01\tFirst\n');
  });

  test('is what a bare inkwell prints in a pipe', async () => {
    expect((await run([`${web.origin}/pond.xml`])).stdout).toBe(
      (await run(['list', `${web.origin}/pond.xml`])).stdout,
    );
    const environment = {INKWELL_SOURCE: `${web.origin}/pond.xml`};
    expect((await run([], {environment})).stdout).toMatch(/^The Pond\n/);
  });

  test('of several sources keeps the good ones when one fails, and exits 3', async () => {
    const ran = await run([
      'list',
      '--json',
      `${web.origin}/well.xml`,
      `${web.origin}/gone.xml`,
      `${web.origin}/pond.xml`,
    ]);
    const listing = checked('list', ran);
    expect(ran.code).toBe(3);
    expect(listing.publications.map(({title}) => title)).toEqual(['The Well', 'The Pond']);
    expect(listing.problems).toMatchObject([{location: `${web.origin}/gone.xml`}]);
  });

  test('reads a list of sources from standard input', async () => {
    const listing = checked(
      'list',
      await run(['list', '--json', '-'], {
        input: `# mine\n${web.origin}/well.xml\n\n${web.origin}/pond.xml\n`,
      }),
    );
    expect(listing.publications).toHaveLength(2);
  });
});

test('a source that is not there exits 4, one that refuses exits 1', async () => {
  web.serve('/broken.xml', {status: 403});
  expect((await run(['list', `${web.origin}/gone.xml`])).code).toBe(4);
  expect((await run(['list', `${web.origin}/broken.xml`])).code).toBe(1);
  expect((await run(['list', join(home.folder, 'no-such-folder')])).code).toBe(4);
});

describe('a source that is added', () => {
  test('is listed, refreshed, searched and read; and removed, and brought back', async () => {
    const source = `${web.origin}/well.xml`;
    const named = checked('list', await run(['list', '--json', source]));
    const added = checked('add', await run(['add', '--json', '--folder', 'Wells', source]));
    expect(added.added).toMatchObject([{title: 'The Well', articles: 3, wasFollowed: false}]);

    const listed = checked('list', await run(['list', '--json']));
    expect(listed.articles.map(({id}) => id)).toEqual(named.articles.map(({id}) => id));

    web.serve('/well.xml', served(WELL.replace('<title>Third', '<title>Third, revised')));
    const {refreshed} = checked('refresh', await run(['refresh', '--json', source]));
    expect(refreshed).toMatchObject([{added: 0, changed: 1}]);
    expect(titles(checked('search', await run(['search', '--json', 'revised'])))).toEqual(['Third, revised']);
    expect((await run(['read', listed.articles[1]?.id ?? ''])).stdout).toContain('A cache is a promise.');
    expect(
      checked('read', await run(['read', '--format', 'json', listed.articles[1]?.id ?? ''])).articles,
    ).toMatchObject([{title: 'Second', markdown: expect.stringContaining('promise') as string}]);

    expect(checked('sources', await run(['sources', '--json'])).sources).toMatchObject([
      {title: 'The Well', folder: 'Wells', total: 3, unread: 3},
    ]);
    expect(checked('remove', await run(['remove', '--json', 'the well'])).removed).toHaveLength(1);
    expect(checked('sources', await run(['sources', '--json'])).sources).toEqual([]);
    await run(['mark', '--undo']);
    expect(checked('sources', await run(['sources', '--json'])).sources).toHaveLength(1);
  });

  test('names the other feeds of its page', async () => {
    const rss = '<link rel="alternate" type="application/rss+xml"';
    const body = `<html><head>${rss} title="Well" href="/well.xml">${rss} title="Talks" href="/talks"></head></html>`;
    web.serve('/home', {headers: {'content-type': 'text/html'}, body});
    const {added} = checked('add', await run(['add', '--json', `${web.origin}/home`]));
    expect(added).toMatchObject([{otherFeeds: [{title: 'Talks', url: `${web.origin}/talks`}]}]);
    expect((await run(['add', `${web.origin}/home`])).stderr).toContain(`Talks: ${web.origin}/talks`);
  });

  test('moves no body when it has not changed, and is not asked before it is due', async () => {
    await run(['add', `${web.origin}/well.xml`]);
    const {notDue, refreshed} = checked('refresh', await run(['refresh', '--json']));
    expect({notDue, refreshed}).toEqual({notDue: 1, refreshed: []});
    const again = checked('refresh', await run(['refresh', '--json', '--force']));
    expect(again.refreshed).toMatchObject([{isUnchanged: true}]);
  });

  test('is kept private', async () => {
    await run(['add', `${web.origin}/well.xml`]);
    expect((await stat(join(home.folder, 'data/inkwell/library.db'))).mode & 0o077).toBe(0);
    expect((await stat(join(home.folder, 'data/inkwell'))).mode & 0o077).toBe(0);
  });

  test('is not added when it can’t be read, unless that is forced', async () => {
    const gone = `${web.origin}/gone.xml`;
    const {code, stderr} = await run(['add', gone]);
    expect(code).toBe(4);
    expect(stderr).toContain(gone);
    expect((await run(['sources'])).stdout).toBe('');
    expect((await run(['add', '--force', gone])).code).toBe(0);
    expect((await run(['sources'])).stdout).toContain(gone);
  });

  test('keeps what it had when a refresh fails, and says so by exit 3', async () => {
    await run(['add', `${web.origin}/well.xml`, `${web.origin}/pond.xml`]);
    web.serve('/well.xml', {status: 404});
    const {code, stderr} = await run(['refresh', '--force']);
    expect(code).toBe(3);
    expect(stderr).toContain('/well.xml');
    const listing = checked('list', await run(['list', '--json']));
    expect(listing.articles).toHaveLength(4);
    expect(listing.problems).toHaveLength(1);
  });

  test('is there without a network', async () => {
    await run(['add', `${web.origin}/well.xml`]);
    await web.close();
    const {code, stderr} = await run(['list', '--offline']);
    expect({code, stderr}).toEqual({code: 0, stderr: ''});
    expect((await run(['refresh', '--offline'])).code).toBe(1);
  });
});

test('marks are made by id and by query, seen by list, and undone', async () => {
  await run(['add', `${web.origin}/well.xml`]);
  const source = ['list', '--json', `${web.origin}/well.xml`];
  const [, second] = checked('list', await run(source)).articles;
  await run(['mark', '--star', second?.id ?? '']);
  expect(checked('mark', await run(['mark', '--read', '--json', '--query', 'is:starred'])).marked).toBe(1);
  expect(checked('list', await run(source)).articles).toMatchObject([
    {isRead: false},
    {isRead: true, isStarred: true},
    {isRead: false},
  ]);
  expect(titles(checked('list', await run([...source, '--query', 'is:unread'])))).toEqual(['Third', 'First']);
  checked('mark', await run(['mark', '--undo', '--json']));
  expect(checked('list', await run(source)).articles).toMatchObject([
    {isRead: false},
    {isRead: false, isStarred: true},
    {isRead: false},
  ]);
  expect((await run(['mark', '--read', 'no-such-id'])).code).toBe(4);
});

test('next gives one unread article after the other, and then says that there is none', async () => {
  await run(['add', `${web.origin}/well.xml`]);
  const url = async () => (await run(['next', '--format', 'url'])).stdout.trim().split('/').at(-1);
  expect((await run(['next', '--keep'])).stdout).toContain('Third');
  expect([await url(), await url(), await url()]).toEqual(['Third', 'Second', 'First']);
  expect(await run(['next'])).toMatchObject({code: 4, stdout: ''});
});

test('sources of the preferences are followed as if they had been added', async () => {
  await run([
    'config',
    'set',
    'sources',
    JSON.stringify([{location: `${web.origin}/pond.xml`, name: 'My pond'}]),
  ]);
  expect((await run(['list', '--format', '{publication}: {title}'])).stdout).toBe('My pond: Ripples\n');
  await run(['remove', 'My pond']);
  expect((await run(['config', 'get', 'sources'])).stdout).toBe('[]\n');
  expect((await run(['sources'])).stdout).toBe('');
});
