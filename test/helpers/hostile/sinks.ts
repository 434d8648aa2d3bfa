import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {commands} from '../commands.ts';
import type {Ran} from '../program.ts';
import {aHome, aServer, reader} from '../story.ts';
import type {Home} from '../temporary-home.ts';
import {FEEDS, hostileAnswers, hostileOpml, OTHERS, writeHostileFolder} from './press.ts';
import {mustBeDrawn, mustBePlain, mustBePlainJson, mustBeStyled} from './sequences.ts';

export type Press = Readonly<{
  home: Home;
  origin: string;
  sources: readonly string[];
  payloads: readonly string[];
}>;

/** A press of all formats with these payloads, served and written. */
export async function openPress(payloads: readonly string[]): Promise<Press> {
  const home = await aHome();
  const server = await aServer();
  for (const [path, {type, body}] of Object.entries(hostileAnswers(server.origin, payloads)))
    server.serve(path, {headers: {'content-type': type}, body});
  server.serve('/refused', {
    status: 403,
    headers: {'content-type': 'text/html'},
    body: `<title>${payloads.join(' ')}</title>`,
  });
  server.serve('/moved', {status: 302, headers: {location: `${server.origin}/gone?%1b%5b31m`}});
  const folder = await writeHostileFolder(home.folder, server.origin, payloads);
  return {
    home,
    origin: server.origin,
    payloads,
    sources: [...[...FEEDS, ...OTHERS].map(path => server.origin + path), folder],
  };
}

type Listed = Readonly<{articles: readonly Readonly<{id: string; title: string}>[]}>;

/** Everything that prints about one source of a run; returns how many articles it had. */
export async function printSource({home}: Pick<Press, 'home'>, source: string): Promise<number> {
  const run = commands(home);
  const checked = checkedRun(run);
  const listed = (await checked(['list', '--json', '--bodies', '--', source])).json() as Listed;
  await checked(['list', '--', source]);
  const last = listed.articles.find(({title}) => title.startsWith('Tall')) ?? listed.articles.at(-1);
  for (const format of ['ansi', 'text', 'markdown', 'html', 'json'])
    if (last)
      await checked([
        'read',
        '--format',
        format,
        '--width',
        '60',
        '--color',
        'always',
        '--',
        last.id,
        source,
      ]);
  return listed.articles.length;
}

/** Runs a command and looks at each byte that it gave back. */
export function checkedRun(run: ReturnType<typeof commands>): (words: readonly string[]) => Promise<Ran> {
  return async words => {
    const ran = await run(words);
    const name = words.join(' ').slice(0, 120);
    if (words.includes('--json')) mustBePlainJson(ran.stdout, name);
    else if (words.includes('ansi')) mustBeStyled(ran.stdout, name);
    else mustBePlain(ran.stdout, name);
    mustBePlain(ran.stderr, `${name}, standard error`);
    return ran;
  };
}

/** What a library that follows all of it prints, exports, logs and complains about. */
export async function printLibrary({home, origin, payloads, sources}: Press): Promise<void> {
  const checked = checkedRun(commands(home));
  const opml = join(home.folder, 'hostile.opml');
  const log = join(home.folder, 'inkwell.log');
  await writeFile(opml, hostileOpml(origin, payloads));
  await checked(['import', opml]);
  await checked(['add', ...sources]);
  await checked(['refresh', '--log', log, '--verbose']);
  for (const words of [
    ['list'],
    ['list', '--json'],
    ['search', 'and'],
    ['search', 'and', '--json'],
    ['sources'],
    ['sources', '--json'],
    ['export'],
    ['export', '--state'],
    ['doctor'],
    ['doctor', '--json'],
    ['doctor', `${origin}/feed.json`],
    ['subscribe', 'reader@example.com', '--to', `${origin}/feed.json`, '--yes'],
    ['subscribe', 'reader@example.com', '--to', `${origin}/feed.json`, '--yes', '--json'],
    ['subscriptions'],
    ['subscriptions', '--json'],
    ['read', '--', `${origin}/page.html`],
    ['list', '--', `${origin}/refused`],
    ['list', '--', `${origin}/moved`],
    ['list', '--query', payloads.join(' ').replaceAll('\0', '')],
    ['search', '--', payloads.join(' ').replaceAll('\0', '')],
    ['read', '--', payloads.join(' ').replaceAll('\0', '')],
    ['list', '--', `${origin}/${payloads.join(' ').replaceAll('\0', '')}`],
    ['config', 'set', 'theme', payloads[0] ?? ''],
    ['remove', '--', payloads[0] ?? ''],
  ])
    await checked(words);
  mustBePlainJson(await readFile(log, 'utf8'), 'the log');
}

const LOOKING_AROUND = [
  'space',
  'space',
  'y',
  'Y',
  'tab',
  'tab',
  't',
  'esc',
  'a',
  'esc',
  'S',
  'esc',
  'G',
  'J',
  'q',
];

/**
 * The reader's screens: list, article, contents, authors, prompt, publications; the clipboard; saved files.
 * Returns the titles that its window was given.
 */
export async function lookAround({home, origin}: Press): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const source of [
    `${origin}/feed.json`,
    `${origin}/rss-references.xml`,
    join(home.folder, 'hostile'),
  ]) {
    const terminal = reader(home, {
      arguments: [source],
      columns: 100,
      rows: 30,
      cwd: home.folder,
      environment: {BROWSER: 'true', EDITOR: 'true', FORCE_HYPERLINK: '1'},
    });
    await terminal.until(/1 of \d+/);
    for (const keys of [
      ['enter'],
      LOOKING_AROUND,
      ['j', 'enter'],
      LOOKING_AROUND,
      ['enter', 'w', 'enter'],
      ['q', 'p'],
      ['esc', '?'],
      ['esc', '/', 'a', 'enter'],
    ]) {
      for (const key of keys) {
        terminal.press(key);
        await terminal.untilQuiet();
      }
    }
    terminal.press('Q');
    await terminal.exit();
    mustBeDrawn(terminal.output, `the screen of ${source}`);
    titles.push(...terminal.titles());
  }
  for (const name of await readdir(home.folder)) {
    mustBePlain(name, 'a file name');
    if (name.endsWith('.md')) mustBePlain(await readFile(join(home.folder, name), 'utf8'), name);
  }
  return titles;
}
