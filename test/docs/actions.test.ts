import {access, chmod, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {BEYOND_KEYS, COUNTERPARTS} from '../../docs/actions.ts';
import {COMMANDS} from '../../source/app/prompt/commands.ts';
import {ACT_NAMES} from '../../source/app/keys/keymap.ts';
import {writeBlog} from '../helpers/blog.ts';
import {commands} from '../helpers/commands.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {ENTRY, Terminal} from '../helpers/terminal.ts';
import type {WebServer} from '../helpers/web-server.ts';
import {webServer} from '../helpers/web-server.ts';
import {runLine} from './run-line.ts';

/**
 * Every command of the table, each once, in its order: a sign-up is there before it is confirmed and
 * forgotten.
 */
const LINES = [
  ...ACT_NAMES.flatMap(act => {
    const counterpart = COUNTERPARTS[act];
    return 'command' in counterpart ? [counterpart.command] : [];
  }),
  ...Object.values(BEYOND_KEYS),
];
/** Done in test/services/parity.test.ts, where there is one. */
const NEEDS_SERVER = /^inkwell account /;
/** Done in test/stories/letter-loop.test.ts. */
const NEEDS_LETTERS = 'inkwell unsubscribe SOURCE';
const AT_A_TERMINAL = LINES.filter(line => line.startsWith('inkwell copy'));
/** What takes away comes last, so that the others find what they need. */
const ELSEWHERE = LINES.filter(
  line => !AT_A_TERMINAL.includes(line) && line !== NEEDS_LETTERS && !NEEDS_SERVER.test(line),
).toSorted((a, b) => orderOf(a) - orderOf(b));

let home: Home;
let web: WebServer;
let environment: Record<string, string>;
let id: string;
/** Of an article with a recording and a page for comments. */
let recorded: string;

beforeAll(async () => {
  home = await temporaryHome();
  web = await webServer();
  web.serve('/join', {status: 201, body: '{}'});
  const post = `<title>A post</title><article><h1>A post</h1>${'<p>Words of a post.</p>'.repeat(30)}</article>`;
  web.serve('/a-post', {headers: {'content-type': 'text/html'}, body: post});
  const blog = await writeBlog(home.folder, {
    newsletter: `newsletter:\n  heading: Letters\n  url: ${web.origin}/join\n  method: json\n`,
  });
  await writeFile(
    join(blog, '00-code.md'),
    '---\ntitle: Entry with code\nauthor: ada\ncanonical: https://example.org/code\n---\n\n## A watch\n\n```js\nlamp.light();\n```\n\n[a list of ships](https://example.org/ships)\n',
  );
  await put('inkwell', `exec "${process.execPath}" "${ENTRY}" "$@"`);
  await put('vim', 'cat > /dev/null');
  await put('less', 'cat > /dev/null');
  await put('COMMAND', 'cat > /dev/null');
  await put('xdg-open', `printf '%s' "$1" > "${join(home.folder, 'opened')}"`);
  // A desktop, so that no browser in the terminal is started.
  environment = {
    ...home.environment,
    DISPLAY: ':0',
    PATH: `${home.folder}:${process.env['PATH'] ?? ''}`,
    LANG: 'C.UTF-8',
  };
  const run = commands(home);
  await run(['add', blog]);
  const {stdout} = await run(['list', '--query', 'title:code', '--format', '{id}']);
  id = stdout.trim();
  web.serve('/feed.xml', {headers: {'content-type': 'application/rss+xml'}, body: RECORDED});
  await run(['add', `${web.origin}/feed.xml`]);
  recorded = (await run(['list', '--query', 'title:recorded', '--format', '{id}'])).stdout.trim();
  // With a second publication an empty list has no heading; the article stays.
  await run(['remove', `${web.origin}/feed.xml`]);
  await run(['config', 'set', 'commands', '[{"name": "keep", "run": "cat > kept"}]']);
});

afterAll(async () => {
  await Promise.all([home.remove(), web.close()]);
});

test('every command that the reader takes behind a colon has one outside, or is in the table by its key', () => {
  const told = `${Object.keys(BEYOND_KEYS).join(' ')} ${ACT_NAMES.join(' ')}`;
  const others = new Set(['tag', 'category', 'measure', 'rows']);
  const missing = COMMANDS.filter(({name}) => !others.has(name) && !told.includes(name));
  expect(missing.map(({name}) => name)).toEqual([]);
});

describe('does what a key does:', () => {
  test.runIf(process.platform === 'linux').each(ELSEWHERE.map(line => [line]))('%s', async line => {
    const {stdout, stderr} = await runLine(filled(line), home.folder, environment);
    expect(stdout + stderr).not.toMatch(/^inkwell: /m);
    if (PRINTS.test(line)) expect(stdout).not.toBe('');
  });

  test('opening in the browser opens the address of the article', async () => {
    await expect.poll(() => access(join(home.folder, 'opened')).then(() => true)).toBe(true);
  });

  test.each(AT_A_TERMINAL.map(line => [line]))('%s', async line => {
    const terminal = new Terminal({command: ['sh', '-c', filled(line)], environment, cwd: home.folder});
    expect((await terminal.exit()).code).toBe(0);
    const [, copied = ''] = /\u001B\]52;c;([^\u0007]*)\u0007/.exec(terminal.output) ?? [];
    expect(Buffer.from(copied, 'base64').toString()).toMatch(
      line.endsWith('code')
        ? /^lamp\.light\(\);\n?$/
        : line.endsWith('article')
          ? /^# Entry with code\n\nAda Brandt\n\n## A watch/
          : /^https:\/\/example\.org\/code$/,
    );
    terminal.close();
  });
});

const PRINTS =
  /^inkwell (?:read [^>|]*|(?:list|related|next|search|sources)(?: [^|>]*)?|subscriptions|--help)$/;

const RECORDED = `<rss version="2.0"><channel><title>Spoken</title><item><title>Recorded</title><guid>1</guid>
  <comments>https://example.org/talk</comments><enclosure url="https://example.org/1.mp3" type="audio/mpeg" length="1"/>
  </item></channel></rss>`;

/** Marks, then what forgets, then what removes. */
function orderOf(line: string): number {
  if (line.includes('remove')) return 3;
  // With a second publication an empty list has no heading.
  if (/--(?:forget|hide)|^inkwell save/.test(line)) return 2;
  return /mark|--confirm|next/.test(line) ? 1 : 0;
}

function filled(line: string): string {
  return line
    .replaceAll(/\bID\b/g, /--(?:file|comments)/.test(line) ? recorded : id)
    .replaceAll('https://example.com', web.origin)
    .replaceAll(/\bSOURCE\b/g, 'blog')
    .replaceAll(/\bEMAIL\b/g, 'ada@example.com')
    .replaceAll(/\bFILE\b/g, `${home.folder}/out`);
}

async function put(name: string, script: string): Promise<void> {
  await writeFile(join(home.folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(home.folder, name), 0o755);
}
