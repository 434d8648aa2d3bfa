import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {rss, served} from '../../helpers/feeds.ts';
import {commands} from '../../helpers/commands.ts';
import type {Home} from '../../helpers/temporary-home.ts';
import {temporaryHome} from '../../helpers/temporary-home.ts';
import type {WebServer} from '../../helpers/web-server.ts';
import {webServer} from '../../helpers/web-server.ts';

let home: Home;
let other: Home;
let web: WebServer;

beforeEach(async () => {
  [home, other] = await Promise.all([temporaryHome(), temporaryHome()]);
  web = await webServer();
  web.serve(
    '/a.xml',
    served(
      rss('A & B', [
        {title: 'One', day: '2026-11-01'},
        {title: 'Two', day: '2026-10-01'},
      ]),
    ),
  );
  web.serve('/c.xml', served(rss('C', [{title: 'Three', day: '2026-11-02'}])));
});

afterEach(async () => {
  await Promise.all([web.close(), home.remove(), other.remove()]);
});

/** A document of many sources. */
const opmlOf = (count: number): string =>
  `<opml version="2.0"><head/><body>${Array.from({length: count}, (_, n) => `<outline text="${n}" xmlUrl="https://h${n}.example/"/>`).join('')}</body></opml>`;

describe('OPML', () => {
  test('comes out with folders, names and home pages, and goes in again', async () => {
    const run = commands(home);
    await run(['add', '--folder', 'Wells', `${web.origin}/a.xml`]);
    await run(['add', '--name', 'My <C>', `${web.origin}/c.xml`]);
    const {stdout: opml} = await run(['export']);
    expect(opml).toContain('<opml version="2.0">');
    expect(opml).toContain('htmlUrl="https://example.com/"');
    const file = join(other.folder, 'feeds.opml');
    await writeFile(file, opml);

    const again = commands(other);
    expect(checked('import', await again(['import', '--folders', '--json', file]))).toMatchObject({
      sources: 2,
      problems: [],
    });
    expect(web.requests).toHaveLength(2);
    const sources = async (ran: typeof run) => checked('sources', await ran(['sources', '--json'])).sources;
    const facts = (all: Awaited<ReturnType<typeof sources>>) =>
      all.map(({folder, location, title}) => ({folder, location, title}));
    expect(facts(await sources(again))).toEqual(facts(await sources(run)));
    await again(['refresh']);
    expect((await again(['list', '--format', '{title}'])).stdout.split('\n')).toEqual([
      'Three',
      'One',
      'Two',
      '',
    ]);
  });

  test('of other readers is read, nested and untidy; only web addresses are taken', async () => {
    const opml = `\ufeff
      <opml version="1.0"><head/><body>
        <outline text="Wells &amp; ponds"><outline text="Deep">
          <outline type="rss" title="A" xmlUrl="${web.origin}/a.xml"/>
        </outline></outline>
        <outline text="bad" xmlUrl="javascript:alert(1)"/>
        <outline text="local" xmlUrl="/etc"/>
        <outline text="a note"/>
      </body></opml>`;
    const ran = await commands(home)(['import', '--json', '-'], {input: opml});
    expect(ran.code).toBe(3);
    expect(checked('import', ran)).toMatchObject({
      sources: 1,
      problems: [{location: 'javascript:alert(1)'}, {location: '/etc'}],
    });
    expect((await commands(home)(['sources'])).stdout).toContain('Wells & ponds / Deep');
  });

  test('of very many sources is refused before any is followed; of many all are followed in one change', async () => {
    const run = commands(home);
    const refused = await run(['import', '-'], {input: opmlOf(100_000)});
    expect(refused).toMatchObject({code: 1, stdout: ''});
    expect(refused.stderr).toContain('The file names 100000 sources; 10000 are imported at most.');
    const library = (): Record<string, unknown> | undefined => {
      const file = new DatabaseSync(join(home.folder, 'data/inkwell/library.db'));
      const row = file.prepare('SELECT change, (SELECT count(*) FROM publication) sources FROM state').get();
      file.close();
      return row;
    };
    const before = library();
    expect(before).toMatchObject({sources: 0});
    expect(checked('import', await run(['import', '--json', '-'], {input: opmlOf(500)}))).toMatchObject({
      sources: 500,
    });
    expect(library()).toEqual({change: Number(before?.['change']) + 1, sources: 500});
  });

  test('that is nested without end is refused', async () => {
    const opml = `<opml version="2.0"><head/><body>${'<outline text="a">'.repeat(100_000)}`;
    const {code, stderr} = await commands(home)(['import', '-'], {input: opml});
    expect(code).toBe(1);
    expect(stderr).toContain('Not a readable OPML file');
  });

  test('that is none is refused in words', async () => {
    const {code, stderr} = await commands(home)(['import', '-'], {input: '<html>no</html>'});
    expect(code).toBe(1);
    expect(stderr).toContain('Not a readable OPML file');
    expect((await commands(home)(['import', 'no-such.opml'])).code).toBe(4);
  });
});

test('the whole state goes out as JSON lines and comes in again the same', async () => {
  const run = commands(home);
  await run(['add', `${web.origin}/a.xml`, `${web.origin}/c.xml`]);
  const {articles} = checked('list', await run(['list', '--json']));
  await run(['mark', '--star', articles[0]?.id ?? '']);
  await run(['mark', '--read', articles[1]?.id ?? '']);
  const {stdout: state} = await run(['export', '--state']);
  for (const line of state.trimEnd().split('\n')) expect(JSON.parse(line)).toHaveProperty('kind');
  const file = join(other.folder, 'state.jsonl');
  await writeFile(file, state);

  const again = commands(other);
  await web.close();
  expect(checked('import', await again(['import', '--json', file]))).toMatchObject({
    sources: 2,
    articles: 3,
    marks: 2,
  });
  expect((await again(['list', '--json'])).json()).toEqual((await run(['list', '--json'])).json());
  await again(['import', file]);
  expect((await again(['list', '--json'])).json()).toEqual((await run(['list', '--json'])).json());
  expect(await readFile(file, 'utf8')).toBe(state);
});
