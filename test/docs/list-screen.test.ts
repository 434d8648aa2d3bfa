import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {isThere} from '../helpers/is-there.ts';
import {program} from '../helpers/program.ts';
import {aHome, reader} from '../helpers/story.ts';
import {ENTRY} from '../helpers/terminal.ts';

const RECIPES = readFileSync(join(import.meta.dirname, '../../docs/recipes.md'), 'utf8');
const [, SCRIPT = ''] = /\*\*The list screen\*\*[^`]*```sh\n([^]+?)```/.exec(RECIPES) ?? [];

test.runIf(isThere('jq'))(
  'a script with nothing but the documented output draws the list as the reader does',
  async () => {
    const home = await aHome();
    const run = program(home);
    const pond = join(home.folder, 'pond');
    await mkdir(pond);
    await writeFile(join(pond, 'publication.yml'), 'title: The Pond\n');
    await writeFile(
      join(pond, 'a.md'),
      post('A title that is much too long for the room that a row has for it', 'Cy'),
    );
    await writeFile(
      join(pond, 'b.md'),
      post('Three of them', '[Cy, Di, Eli]', 'category: Engineering of lamps\n'),
    );
    await run(['add', await writeBlog(home.folder, {articles: 3}), pond]);
    const [first = '', second = ''] = (await run(['list', '--format', '{id}'])).stdout.split('\n');
    await run(['mark', '--star', first]);
    await run(['mark', '--read', second]);

    const terminal = reader(home, {environment: {INKWELL_DENSITY: 'airy'}, columns: 80, rows: 34});
    await terminal.until(/All articles[\s\S]*1 of 5$/);
    await terminal.untilQuiet();
    const drawn = await shell(SCRIPT, home.environment);
    const rows = drawn.trimEnd().split('\n');
    expect(rows.length).toBeGreaterThan(20);
    expect(terminal.lines().slice(0, rows.length)).toEqual(rows);
  },
);

const post = (title: string, author: string, more = ''): string =>
  `---\ntitle: ${title}\nauthor: ${author}\ndate: 2025-03-09\n${more}---\n\n${'Words of a post, with care. '.repeat(9)}\n`;

async function shell(script: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const inkwell = `inkwell() { "${process.execPath}" "${ENTRY}" "$@"; }\n`;
  const env = {...environment, PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC'};
  return (await promisify(execFile)('bash', ['-o', 'pipefail', '-c', inkwell + script], {env})).stdout;
}
