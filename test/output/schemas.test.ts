import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Flag} from '../../source/command-line/command.ts';
import {SCHEMAS} from '../../source/output/schemas.ts';
import {COMMAND_NAMES, COMMANDS} from '../../source/command-line/table.ts';
import {writeBlog} from '../helpers/blog.ts';
import {checked} from '../helpers/checked.ts';
import type {Printed} from '../helpers/checked.ts';
import {feedWithNewsletter, served} from '../helpers/feeds.ts';
import {commands} from '../helpers/commands.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import type {WebServer} from '../helpers/web-server.ts';
import {webServer} from '../helpers/web-server.ts';

let home: Home;
let web: WebServer;
let run: ReturnType<typeof commands>;

beforeAll(async () => {
  [home, web] = await Promise.all([temporaryHome(), webServer()]);
  run = commands(home);
  web.serve('/feed.json', served(feedWithNewsletter('Letters', `${web.origin}/join`)));
  const page = `<title>A page</title><article><h1>A page</h1><p>${'Words of it. '.repeat(60)}</p></article>`;
  web.serve('/page', {headers: {'content-type': 'text/html'}, body: page});
  web.serve('/join', {status: 201, body: '{}'});
  await writeBlog(home.folder, {articles: 3});
  await mkdir(join(home.folder, 'mail'));
  await writeFile(
    join(home.folder, 'mail/1.eml'),
    'From: Ida <ida@type.example>\nList-Unsubscribe: <mailto:leave@type.example>\nSubject: Cells\n\nWords.\n',
  );
});

afterAll(async () => {
  await Promise.all([home.remove(), web.close()]);
});

/**
 * What is printed as JSON, in an order in which each finds something to say. `ID` is an article's, `WEB` the
 * server.
 */
const LINES: readonly (readonly [schema: keyof Printed, line: string, failing?: 'failing'])[] = [
  ['list', 'list'],
  ['list', 'list blog --bodies'],
  ['list', 'list blog WEB/gone', 'failing'],
  ['read', 'read blog/01-entry.md --format json'],
  ['add', 'add blog WEB/feed.json'],
  ['add', 'add WEB/gone nowhere', 'failing'],
  ['sources', 'sources'],
  ['arrange', 'arrange blog --hide --mute --folder Sea --name Log --place 2'],
  ['arrange', 'arrange Log --no-hide'],
  ['refresh', 'refresh'],
  ['refresh', 'refresh --force'],
  ['list', 'list --query is:unread --limit 2'],
  ['search', 'search lamp'],
  ['search', 'search nothing-like-it'],
  ['related', 'related ID'],
  ['mark', 'mark ID --star'],
  ['mark', 'mark --undo'],
  ['mark', 'mark --undo'],
  ['history', 'history'],
  ['tag', 'tag ID +later'],
  ['tag', 'tag'],
  ['rules', 'rules add title:entry tag log'],
  ['rules', 'rules list'],
  ['rules', 'rules test is:unread read'],
  ['rules', 'rules run 1'],
  ['save', 'save WEB/page'],
  ['list', 'next --format json'],
  ['searches', 'searches'],
  ['searches', 'searches Sea tag:sea'],
  ['subscribe', 'subscribe ada@example.com --to Letters --yes --remember'],
  ['subscribe', 'subscribe ada@example.com --to blog --yes'],
  ['subscribe', 'subscribe ada@example.com --to Letters --yes --offline', 'failing'],
  ['subscriptions', 'subscriptions'],
  ['add', 'add mail'],
  ['unsubscribe', 'unsubscribe Ida', 'failing'],
  ['account', 'account list'],
  ['sync', 'sync'],
  ['config', 'config set measure 66'],
  ['config', 'config list'],
  ['doctor', 'doctor'],
  ['doctor', 'doctor blog'],
  ['remove', 'remove blog nowhere', 'failing'],
  ['import', 'import -'],
];

test('every line of JSON that a command prints is as its schema says', async () => {
  const id = (await run(['list', 'blog', '--limit', '1', '--format', '{id}'])).stdout.trim();
  for (const [schema, line, failing] of LINES) {
    const words = line
      .replace(/\bID\b/, id)
      .replaceAll('WEB', web.origin)
      .split(' ');
    const isPrinted = words.includes('--format') || words[1] === 'set';
    const input = '{"kind":"inkwell","version":1}\n{"kind":"preferences","values":{"density":"lines"}}\n';
    const ran = await run(isPrinted ? words : [...words, '--json'], {input});
    if (words[1] === 'set') continue;
    expect({line, isDone: ran.code === 0, isComplaining: /^inkwell: /m.test(ran.stderr)}).toEqual({
      line,
      isDone: failing === undefined,
      isComplaining: false,
    });
    checked(schema, ran);
  }
  const preferences = await readFile(join(home.folder, 'config/inkwell/config.json'), 'utf8');
  checked('preferences', {code: 0, stdout: preferences, stderr: '', json: () => JSON.parse(preferences)});
});

test('every command that prints JSON, and every schema, has such a line', () => {
  const tried = new Set(LINES.map(([, line]) => line.split(' ')[0]));
  const printing = COMMAND_NAMES.filter(name =>
    (COMMANDS[name].flags as readonly Flag[]).some(
      flag =>
        flag.name === 'json' ||
        (flag.name === 'format' && flag.kind.type === 'choice' && flag.kind.choices.includes('json')),
    ),
  );
  expect(printing.filter(name => !tried.has(name))).toEqual([]);
  const named = new Set<string>([...LINES.map(([schema]) => schema), 'preferences']);
  expect(Object.keys(SCHEMAS).filter(name => !named.has(name))).toEqual([]);
});
