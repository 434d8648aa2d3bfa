import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {feedWithNewsletter, rss, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';

/* `inkwell export --state`: everything out, and in again elsewhere, the same. */

let home: Home;
let other: Home;
let web: WebServer;
let run: ReturnType<typeof commands>;
let again: ReturnType<typeof commands>;

beforeEach(async () => {
  [home, other, web] = await Promise.all([temporaryHome(), temporaryHome(), webServer()]);
  [run, again] = [commands(home), commands(other)];
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
  checked('import', await again(['import', '--json', '--settings', '--folders', '-'], {input: state}));

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

const strangers = (id: string, location: string) => ({
  kind: 'publication',
  publication: {
    id,
    location,
    title: id,
    newsletter: {isOwn: true, heading: 'Join', promises: [], signup: {kind: 'none'}},
  },
  source: {
    isListed: true,
    isHidden: false,
    isMuted: false,
    rank: 1,
    inSource: 0,
    openedAt: '2026-01-01T00:00:00.000Z',
    settings: id === 'split0000000' ? {headers: {a: 'b\r\nc: d'}} : {},
    validators: {},
    failures: 0,
    feedUrl: 'file:///etc/passwd',
  },
});

test('a file that a stranger wrote brings addresses of the web and looks, and names what it left out', async () => {
  const state = [
    {kind: 'inkwell', version: 1},
    strangers('good00000000', 'https://pier.example/feed'),
    strangers('split0000000', 'https://quay.example/feed'),
    strangers('folder000000', '/etc'),
    strangers('script000000', 'javascript:alert(1)'),
    strangers('file00000000', 'file:///etc/passwd'),
    {
      kind: 'preferences',
      values: {
        density: 'lines',
        theme: '/tmp/theme.json',
        'limits.bytes': 4_000_000_000,
        userAgent: 'a\r\nb: c',
        'email.address': 'not one',
        'keys.bindings': {subscribe: ['q']},
        images: 'always',
        pager: 'sh -c harm',
        sources: ['file:///etc/passwd', '/etc', 'javascript:alert(1)', 'https://third.example/feed'],
      },
    },
  ]
    .map(line => JSON.stringify(line))
    .join('\n');
  const take = async (...flags: string[]) =>
    checked('import', await again(['import', '--json', '-', ...flags], {input: state}));
  const {sources, preferences: count, problems} = await take();
  expect([sources, count]).toEqual([2, 2]);
  const said = problems.map(({message}) => message).join('\n');
  for (const each of [
    '/etc was',
    'javascript:alert(1) is not',
    'file:///etc/passwd is not',
    'quay.example',
    'pager',
    'userAgent',
    'email.address',
  ])
    expect(said).toContain(each);
  expect(said).toContain(
    'skipped: theme (/tmp/theme.json), limits.bytes (4000000000), keys.bindings ({"subscribe":["q"]}), images (always).',
  );
  const stored = await exported(again, '--secrets');
  expect(stored).not.toMatch(/passwd|alert|isOwn|b\\r/u);
  expect((await again(['config', 'get', 'sources'])).stdout).toBe('["https://third.example/feed"]\n');
  await take('--settings', '--folders');
  expect((await again(['config', 'get', 'limits.bytes'])).stdout).toBe('4000000000\n');
  expect((await again(['sources', '--json'])).stdout).toContain('"/etc"');
  expect((await again(['config', 'get', 'userAgent'])).stdout).toBe('\n');
});

test('a line that is not whole ends an import before it is stored', async () => {
  const whole = strangers('pier00000000', 'https://pier.example/feed');
  const wrong: readonly (readonly [publication: object, source: object])[] = [
    [{newsletter: 'x'}, {}],
    [{newsletter: {promises: [], signup: {kind: 'request', url: 'file:///etc/passwd'}}}, {}],
    [{location: {}}, {}],
    [{title: null}, {}],
    [{}, {settings: null}],
    [{}, {foundNewsletter: 5}],
    [{}, {problem: 'x'}],
  ];
  for (const [publication, source] of wrong) {
    const line = {
      ...whole,
      publication: {...whole.publication, ...publication},
      source: {...whole.source, ...source},
    };
    const input = `{"kind":"inkwell","version":1}\n${JSON.stringify(line)}\n`;
    const {code, stderr} = await again(['import', '-'], {input});
    expect({line, code}).toEqual({line, code: 1});
    expect(stderr).toContain('of kind “publication” is not whole');
  }
  expect((await again(['sources'])).code).toBe(0);
});

async function preferences(content: object): Promise<void> {
  await mkdir(join(home.folder, 'config/inkwell'), {recursive: true});
  await writeFile(join(home.folder, 'config/inkwell/config.json'), JSON.stringify(content));
}
