import {once} from 'node:events';
import {mkdirSync, writeFileSync} from 'node:fs';
import type {Worker} from 'node:worker_threads';
import {join} from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {SPEEDS} from '../../source/domain/article/reading-time.ts';
import type {Problem} from '../../source/domain/problem.ts';
import type {Refreshed} from '../../source/domain/article/refreshed.ts';
import {workerSources} from '../../source/ingest/worker-sources.ts';
import {createIngest} from '../../source/ingest/ingest.ts';
import {SupervisedWorker} from '../../source/ingest/supervised-worker.ts';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {temporaryFolder} from '../helpers/shelf.ts';
import {aServer} from '../helpers/story.ts';
import type {WebServer} from '../helpers/web-server.ts';

const UNENDING = new AbortController().signal;

/** A library of sources of one server, and the thread that fetches them. */
async function aShelf(
  paths: readonly string[],
  {isKeptHere = false, ...limits}: Partial<{seconds: number; megabytes: number; isKeptHere: boolean}> = {},
) {
  const server = await aServer();
  const file = join(temporaryFolder(), 'library.db');
  const library = openLibrary(file, {now: Date.now});
  const receiving = {bytes: 100_000_000, items: 1_000_000, depth: 256, seconds: 120, redirects: 5};
  const lane = new SupervisedWorker(
    {library: file, isOffline: false, userAgent: 'Inkwell', limits: receiving, speeds: SPEEDS},
    {seconds: 60, megabytes: 384, ...limits},
    () => {},
  );
  onTestFinished(async () => {
    await lane.close();
    library.close();
  });
  const intake = createIngest({
    workers: async () => [lane],
    library,
    sources: workerSources(lane),
    concurrency: 8,
    isKeptHere,
  });
  for (const path of paths) {
    server.serve(path, {body: feed(path, 3)});
    library.follow(`${server.origin}${path}`, {isListed: true});
  }
  const refresh = async (signal = UNENDING): Promise<readonly Refreshed[]> => {
    const heard: Refreshed[] = [];
    await intake.refresh(library.sources(), one => heard.push(one), signal);
    return heard;
  };
  return {server, library, lane, intake, refresh};
}

/** A feed; of a hundred thousand articles it takes seconds and hundreds of megabytes to read. */
function feed(title: string, articles: number): string {
  const items = Array.from(
    {length: articles},
    (_, index) =>
      `<item><title>${title} ${index}</title><link>http://127.0.0.1/${index}</link><description>Words &amp;amp; more words of it</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

/** The problem of each source that has one, by path. */
function problems(heard: readonly Refreshed[], {origin}: WebServer): Record<string, Problem> {
  return Object.fromEntries(
    heard.flatMap(({source, problem}) => (problem ? [[source.location.replace(origin, ''), problem]] : [])),
  );
}

const NAMES = ['/a', '/b', '/c', '/d', '/e', '/f'];

test('a source that takes too long to read fails with the limit’s name, and the others come in', async () => {
  const {server, library, refresh} = await aShelf([...NAMES, '/slow'], {seconds: 1});
  server.serve('/slow', {body: feed('Slow', 300_000)});
  const heard = await refresh();
  const {'/slow': slow, ...others} = problems(heard, server);
  expect(others).toEqual({});
  expect(slow).toMatchObject({kind: 'timeout', advice: expect.stringContaining('limits.reading')});
  expect(slow?.message).toBe(`${server.origin}/slow took longer than 1 s to read.`);
  expect(library.window({query: ''}, 0, 100).total).toBe(NAMES.length * 3);
  const noted = library.sources().find(({location}) => location.endsWith('/slow'));
  expect(noted).toMatchObject({failures: 1});
  expect(library.publication(noted?.publicationId ?? '')?.problem).toMatchObject({kind: 'timeout'});
});

test('a source that needs too much memory fails with the limit’s name, and the others come in', async () => {
  const {server, library, refresh} = await aShelf([...NAMES, '/large'], {megabytes: 64});
  server.serve('/large', {body: feed('Large', 150_000)});
  const {'/large': large, ...others} = problems(await refresh(), server);
  expect(others).toEqual({});
  expect(large).toMatchObject({kind: 'too-large', advice: expect.stringContaining('limits.memory')});
  expect(library.window({query: ''}, 0, 100).total).toBe(NAMES.length * 3);
});

test('when the thread is ended from outside, what it was doing is done again', async () => {
  const {server, library, refresh} = await aShelf([...NAMES, '/held']);
  server.hold('/held');
  const started = once(process, 'worker') as Promise<[Worker]>;
  const refreshing = refresh();
  const [worker] = await started;
  await expect.poll(() => server.requests.some(({path}) => path === '/held')).toBe(true);
  server.release('/held');
  await worker.terminate();
  expect(problems(await refreshing, server)).toEqual({});
  expect(library.window({query: ''}, 0, 100).total).toBe((NAMES.length + 1) * 3);
});

test('a refresh that is stopped ends at once, notes no failure, and the next one finds the thread free', async () => {
  const {server, library, refresh} = await aShelf([...NAMES, '/held']);
  server.hold('/held');
  const stop = new AbortController();
  const refreshing = refresh(stop.signal);
  await expect.poll(() => server.requests.some(({path}) => path === '/held')).toBe(true);
  stop.abort();
  await refreshing;
  expect(library.sources().map(({failures}) => failures)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  server.release('/held');
  expect(await refresh()).toHaveLength(NAMES.length + 1);
  expect(library.window({query: ''}, 0, 100).total).toBe((NAMES.length + 1) * 3);
});

test('where this thread keeps what the other brings, each source comes in or fails on its own', async () => {
  const paths = [...NAMES, '/g', '/large', '/broken'];
  const {server, library, refresh} = await aShelf(paths, {isKeptHere: true});
  server.serve('/large', {body: feed('Large', 1000)});
  server.serve('/broken', {body: '<html><p>No feed.</p></html>'});
  const heard = await refresh();
  const {'/broken': broken, ...others} = problems(heard, server);
  expect(others).toEqual({});
  expect(broken).toMatchObject({kind: expect.any(String)});
  expect(library.sources().map(({failures}) => failures)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(heard.reduce((sum, {added}) => sum + added, 0)).toBe(7 * 3 + 1000);
  expect(library.window({query: ''}, 0, 0).total).toBe(7 * 3 + 1000);
  expect((await refresh()).map(({added, changed}) => added + changed)).toEqual(paths.map(() => 0));
});

test('where this thread keeps it, a refresh that is stopped notes no failure either', async () => {
  const paths = [...NAMES, '/g', '/h', '/held'];
  const {server, library, refresh} = await aShelf(paths, {isKeptHere: true});
  server.hold('/held');
  const stop = new AbortController();
  const refreshing = refresh(stop.signal);
  await expect.poll(() => server.requests.some(({path}) => path === '/held')).toBe(true);
  stop.abort();
  await refreshing;
  server.release('/held');
  expect(library.sources().map(({failures}) => failures)).toEqual(paths.map(() => 0));
  expect(await refresh()).toHaveLength(paths.length);
  expect(library.window({query: ''}, 0, 0).total).toBe(paths.length * 3);
});

test('a library that is in memory alone is filled too', async () => {
  const {server, lane} = await aShelf(['/a']);
  const library = openLibrary(':memory:', {now: Date.now});
  const source = library.follow(`${server.origin}/a`, {isListed: true});
  const sources = workerSources(lane);
  const intake = createIngest({workers: async () => [lane], library, sources, concurrency: 8});
  await intake.refresh([source], () => {}, UNENDING);
  await intake.maintain({});
  expect(library.window({query: ''}, 0, 100).total).toBe(3);
  library.close();
});

test('a long text that takes too long to convert fails with the limit’s name, and the next is converted', async () => {
  const {lane} = await aShelf([], {seconds: 3});
  const sources = workerSources(lane);
  const slow = sources.toMarkdown({format: 'html', content: '<em>x</em> '.repeat(300_000)});
  await expect(slow).rejects.toMatchObject({problem: {kind: 'timeout'}});
  const long = await sources.toMarkdown({format: 'html', content: `<p>${'word '.repeat(20_000)}</p>`});
  expect(long.trim()).toHaveLength(99_999);
});

test('closing does not wait for what is being read', async () => {
  const {lane} = await aShelf([]);
  const started = once(process, 'worker') as Promise<[Worker]>;
  const slow = workerSources(lane).toMarkdown({format: 'html', content: '<em>x</em> '.repeat(300_000)});
  const refused = slow.catch((error: unknown) => error);
  const [worker] = await started;
  await once(worker, 'online');
  await lane.close();
  // What was read has not come to its end, which would have fulfilled the promise.
  expect(await refused).toMatchObject({problem: {kind: 'interrupted'}});
});

test('a file or a letter that costs the thread is left out by its name, and the others come in', async () => {
  const {library, lane, refresh} = await aShelf([], {megabytes: 64});
  const folder = temporaryFolder();
  const blog = join(folder, 'blog');
  const mailbox = join(folder, 'mailbox');
  for (const made of [blog, join(mailbox, 'cur'), join(mailbox, 'new')]) mkdirSync(made, {recursive: true});
  // The size alone asks for the thread.
  const heavy = '<p>a'.repeat(1_500_000);
  writeFileSync(join(blog, 'a-good.md'), '# Good\n\nWords.\n');
  writeFileSync(join(blog, 'heavy.html'), `<title>Heavy</title>${heavy}`);
  writeFileSync(join(blog, 'z-good.md'), '# Good, too\n\nWords.\n');
  for (const [name, body] of [
    ['1', '<p>Good</p>'],
    ['2', '<br>\n'.repeat(300_000)],
    ['3', '<p>Good, too</p>'],
  ] as const)
    writeFileSync(
      join(mailbox, 'cur', name),
      `List-Id: <a.example>\nFrom: a@a.example\nSubject: ${name}\nContent-Type: text/html\n\n${body}\n`,
    );
  library.follow(blog, {isListed: true});
  library.follow(mailbox, {isListed: true});
  const heard = await refresh();
  expect(heard.map(({problem}) => problem)).toEqual([undefined, undefined]);
  const titles = library.window({query: ''}, 0, 100).rows.map(({title}) => title);
  expect(titles.toSorted()).toEqual(['1', '3', 'Good', 'Good, too']);
  const opened = await workerSources(lane).open({location: blog, settings: {}, validators: {}}, UNENDING);
  expect(opened).toMatchObject({
    warnings: [{message: 'heavy.html was left out: It takes too long, or too much memory, to read.'}],
  });
});
