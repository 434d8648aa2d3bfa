import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {checked} from '../helpers/checked.ts';
import {feedWithNewsletter, rss, served} from '../helpers/feeds.ts';
import {program} from '../helpers/program.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {WebServer} from '../helpers/web-server.ts';
import {webServer} from '../helpers/web-server.ts';

/* `inkwell export --state`: everything out, and in again elsewhere, the same. */

let home: Home;
let other: Home;
let web: WebServer;
let run: ReturnType<typeof program>;
let again: ReturnType<typeof program>;

beforeEach(async () => {
  [home, other, web] = await Promise.all([temporaryHome(), temporaryHome(), webServer()]);
  [run, again] = [program(home), program(other)];
  web.serve('/well.xml', served(rss('Well', [{title: 'One', day: '2026-11-01'}])));
  web.serve('/letters.json', served(feedWithNewsletter('Letters', `${web.origin}/join`)));
  web.serve('/join', {status: 201, body: '{}'});
  await preferences({
    measure: 66,
    editor: 'sh -c harm',
    keys: {preset: 'vim', bindings: {refresh: ['R']}},
    email: {address: 'ada@example.com', remember: 'always'},
    sources: [{location: `${web.origin}/well.xml`, name: 'My well', headers: {authorization: 'secret-1'}}],
  });
  await run(['add', `${web.origin}/letters.json`]);
  await run(['subscribe', 'ada@example.com', '--to', 'Letters', '--yes']);
  await run(['searches', 'New', 'is:unread']);
  await run(['refresh']);
});

afterEach(async () => {
  await Promise.all([web.close(), home.remove(), other.remove()]);
});

const exported = async (ran: typeof run, ...words: string[]) =>
  (await ran(['export', '--state', ...words])).stdout;
const taken = async (state: string) =>
  checked('import', await again(['import', '--json', '-'], {input: state}));

test('is the same after it went out and in again, preferences and secrets included', async () => {
  const state = await exported(run, '--secrets');
  expect(state).toContain('secret-1');
  expect(state).toContain('ada@example.com');
  expect(await taken(state)).toMatchObject({
    sources: 2,
    articles: 2,
    signups: 1,
    preferences: 6,
    problems: [],
  });
  expect(await exported(again, '--secrets')).toBe(state);
  expect((await again(['list', '--json'])).json()).toEqual((await run(['list', '--json'])).json());
  expect((await again(['config', 'get', 'measure'])).stdout).toBe('66\n');
});

test('has neither addresses nor headers unless they are asked for, and says so', async () => {
  const {stdout, stderr} = await run(['export', '--state']);
  expect(stdout).not.toMatch(/secret-1|ada@/);
  expect(stderr).toContain('--secrets exports them too');
  expect(stdout).toContain('"email.remember":"always"');
  await taken(stdout);
  expect(await exported(again)).toBe(stdout);
  expect((await again(['export', '--state'])).stderr).toBe('');
  expect((await run(['export', '--secrets'])).code).toBe(0);
});

test('has no files and programs of one machine, and takes none from a file', async () => {
  expect(await exported(run, '--secrets')).not.toContain('harm');
  const state = `{"kind":"inkwell","version":1}\n${JSON.stringify({
    kind: 'preferences',
    values: {editor: 'harm', measure: 7, lamp: true, density: 'lines'},
  })}\n`;
  const {preferences: count, problems} = await taken(state);
  expect(count).toBe(1);
  expect(problems.map(({message}) => message)).toEqual([
    'A preference was skipped: "editor" is set on each machine.',
    'A preference was skipped: "measure" wants a whole number from 20 to 200.',
    'A preference was skipped: "lamp" is not a setting.',
  ]);
  expect(JSON.parse(await readFile(join(other.folder, 'config/inkwell/config.json'), 'utf8'))).toEqual({
    density: 'lines',
  });
});

test('leaves what this machine says', async () => {
  await again(['config', 'set', 'measure', '80']);
  await taken(await exported(run));
  expect((await again(['config', 'get', 'measure'])).stdout).toBe('80\n');
  expect((await again(['config', 'get', 'keys.preset'])).stdout).toBe('vim\n');
});

async function preferences(content: object): Promise<void> {
  await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
  await writeFile(join(home.folder, 'config/inkwell/config.json'), JSON.stringify(content));
}
