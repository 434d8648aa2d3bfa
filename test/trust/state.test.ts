import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {publicationId} from '../../source/domain/article/identity.ts';
import {commands} from '../helpers/commands.ts';
import {importing, rssOf as rss, sourceLine as source} from '../helpers/state-file.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

/* A state file takes nothing away: no article, no publication that is followed later, no page that was saved. */

const {home, run, imported} = importing();

test('no setting that deletes articles comes in', async () => {
  const said = await imported({kind: 'preferences', values: {retention: 1, measure: 60}});
  expect(said).toContain('retention (1)');
  expect((await run(['config', 'get', 'retention'])).stdout).toBe('0\n');
  expect((await run(['config', 'get', 'measure'])).stdout).toBe('60\n');
});

test('no program comes in, whatever the flags', async () => {
  const programs = {
    editor: 'touch x',
    pager: 'touch x',
    browser: 'touch x',
    browsers: [{for: 'video', run: 'touch x'}],
    commands: [{name: 'evil', run: 'touch x', on: 'new'}],
    accounts: [{name: 'evil', base: 'https://evil.example', user: 'eve', passwordCommand: 'touch x'}],
  };
  const lines = [
    {kind: 'inkwell', version: 1},
    {kind: 'preferences', values: programs},
  ];
  const {stderr} = await run(['import', '--settings', '--folders', '-'], {
    input: lines.map(line => JSON.stringify(line)).join('\n'),
  });
  const {stdout} = await run(['config', 'list', '--json']);
  const {settings} = JSON.parse(stdout) as {settings: {key: string; origin: string}[]};
  for (const key of Object.keys(programs)) {
    expect(stderr).toContain(`"${key}" is set on each machine`);
    expect(settings.find(one => one.key === key)?.origin).not.toBe('preferences');
  }
});

test('pages that were saved are there again', async () => {
  const server = await webServer();
  onTestFinished(() => server.close());
  const words = 'A sentence that goes on for long enough to count as prose. '.repeat(30);
  server.serve('/page', {
    headers: {'content-type': 'text/html'},
    body: `<html><body><article><h1>Kept</h1><p>${words}</p></article></body></html>`,
  });
  await run(['save', `${server.origin}/page`]);
  const file = join(home().folder, 'exported.jsonl');
  await writeFile(file, (await run(['export', '--state'])).stdout);
  const other = await temporaryHome();
  onTestFinished(() => other.remove());
  expect(await commands(other)(['import', file])).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining('skipped'),
  });
  expect((await commands(other)(['list', '--query', 'in:saved'])).stdout).toContain('Kept');
});

test('no state has pictures fetched unasked, unless the person takes its settings over', async () => {
  const location = 'https://pier.example/feed.xml';
  const line = source(publicationId(location), location);
  await imported({...line, source: {...line.source, own: {images: 'always', order: 'oldest'}}});
  const arranged = await run(['arrange', location, '--json']);
  expect(arranged.stdout).toContain('oldest');
  expect(arranged.stdout).not.toContain('always');
});

test('letters of a state have no mailbox read or asked for that is not followed', async () => {
  const location = `letters:${home().folder}/mail?list=weekly.pier.example`;
  await imported(source(publicationId(location), location));
  const left = await run(['unsubscribe', 'Not what it seems', '--yes']);
  expect(left).toMatchObject({code: 1, stderr: expect.stringContaining('does not say how to leave')});
});

test('a state hides no article that is here, and replaces or deletes no saved search', async () => {
  const server = await webServer();
  onTestFinished(() => server.close());
  server.serve('/feed.xml', {body: rss('Pier', server.origin)});
  await run(['add', `${server.origin}/feed.xml`]);
  await run(['searches', 'mine', 'is:starred']);
  const exported = (await run(['export', '--state'])).stdout.split('\n').filter(Boolean);
  const lines = exported.map(line => JSON.parse(line) as {kind: string; marks?: object});
  const hidden = lines.map(line => (line.marks ? {...line, marks: {...line.marks, isHidden: true}} : line));
  await imported(...hidden.slice(1), {kind: 'query', name: 'mine'});
  await imported({kind: 'query', name: 'mine', query: 'is:hidden'}, {kind: 'query', name: 'new', query: 'a'});
  expect((await run(['list', '--format', '{title}'])).stdout).toBe('From Pier\n');
  expect((await run(['searches'])).stdout).toBe('mine\tis:starred\nnew\ta\n');
});

test('a number that can’t be stored refuses its line, and the library stays whole', async () => {
  const location = 'https://pier.example/feed.xml';
  for (const [name, value] of [
    ['rank', 9e18],
    ['inSource', 1e300],
    ['failures', -9e18],
  ] as const) {
    const line = source(publicationId(location), location);
    expect(await imported({...line, source: {...line.source, [name]: value}})).toContain('is not whole');
  }
  // One less than what SQLite counts beyond.
  for (const name of ['rank', 'inSource', 'failures']) {
    const line = source(publicationId(location), location);
    const most = {...line.source, [name]: Number.MAX_SAFE_INTEGER};
    expect(await imported({...line, source: most})).toContain('is not whole');
  }
  expect(await run(['sources', '--json'])).toMatchObject({code: 0, stderr: ''});
});

test('an article or a problem of other types than ours is refused, and costs no command', async () => {
  const location = 'https://pier.example/feed.xml';
  const id = publicationId(location);
  const line = source(id, location);
  const article = {
    id: 'a',
    publicationId: id,
    position: 0,
    title: 'One',
    tags: [],
    authors: [],
    words: 1,
    minutes: 1,
    isPartial: false,
  };
  const lineOf = (change: object) => ({
    kind: 'article',
    article: {...article, ...change},
    marks: {isRead: false, isStarred: false, progress: 0},
    addedAt: '2026-01-01T00:00:00.000Z',
  });
  for (const change of [
    {publishedAt: 'x'},
    {publishedAt: 5},
    {publishedAt: '+275760-09-13T00:00:00.001Z'},
    {authors: [1]},
    {authors: [{name: 5}]},
    {title: 5},
  ])
    expect(await imported(line, lineOf(change))).toContain('is not whole');
  const problem = {kind: 'refused', message: 'x', advice: 5};
  expect(await imported({...line, source: {...line.source, problem}})).toContain('is not whole');
  for (const words of [
    ['list', '--json'],
    ['sources', '--json'],
    ['search', 'one', '--json'],
  ])
    expect(await run(words)).toMatchObject({stderr: ''});
});

test('a state does not hide what is still to come in a source that was here before it', async () => {
  const server = await webServer();
  onTestFinished(() => server.close());
  server.serve('/feed.xml', {body: rss('Pier', server.origin)});
  await run(['add', `${server.origin}/feed.xml`]);
  const exported = (await run(['export', '--state'])).stdout.split('\n').filter(Boolean);
  await run(['remove', `${server.origin}/feed.xml`]);
  const other = commands(await temporaryHome());
  server.serve('/feed.xml', {body: `<rss version="2.0"><channel><title>Pier</title></channel></rss>`});
  await other(['add', `${server.origin}/feed.xml`, '--force']);
  const hidden = exported.map(line => {
    const one = JSON.parse(line) as {marks?: object};
    return JSON.stringify(one.marks ? {...one, marks: {...one.marks, isHidden: true}} : one);
  });
  await other(['import', '-'], {input: hidden.join('\n')});
  expect((await other(['list', '--format', '{title}'])).stdout).toBe('From Pier\n');
});
