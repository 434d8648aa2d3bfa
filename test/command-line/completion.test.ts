import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import pty from '@lydell/node-pty';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {writeBlog} from '../helpers/blog.ts';
import {isThere} from '../helpers/is-there.ts';
import {program} from '../helpers/program.ts';
import type {Home} from '../helpers/temporary-home.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {ENTRY} from '../helpers/terminal.ts';
import {PATIENCE} from '../helpers/patience.ts';

let home: Home;
let run: ReturnType<typeof program>;
let environment: Record<string, string>;
let blog: string;

beforeAll(async () => {
  home = await temporaryHome();
  run = program(home);
  await mkdir(join(home.folder, 'bin'));
  await writeFile(
    join(home.folder, 'bin/inkwell'),
    `#!/bin/sh\nexec "${process.execPath}" "${ENTRY}" "$@"\n`,
    {mode: 0o755},
  );
  environment = {
    ...home.environment,
    PATH: `${join(home.folder, 'bin')}:${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
  };
  blog = await writeBlog(home.folder, {articles: 1});
  await run(['add', blog]);
});

afterAll(() => home.remove());

describe.runIf(isThere('bash'))('bash', () => {
  test('completes commands, flags and sources', async () => {
    expect(await inBash('inkwell re')).toEqual(['read', 'related', 'remove', 'refresh']);
    expect(await inBash('inkwell list --bo')).toEqual(['--bodies']);
    expect(await inBash('inkwell remove ')).toEqual([blog]);
  });

  test('completes behind a colon and an equals sign, where bash takes words apart', async () => {
    expect(await inBash('inkwell list --query is:unr')).toEqual(['unread']);
    expect(await inBash('inkwell --color=al')).toEqual(['always']);
  });
});

describe.runIf(isThere('fish'))('fish', () => {
  test('completes commands, flags, settings and sources', async () => {
    expect(await inFish('inkwell ref')).toEqual(['refresh']);
    expect(await inFish('inkwell list --bo')).toEqual(['--bodies']);
    expect(await inFish('inkwell config set keys.pre')).toEqual(['keys.preset']);
    expect(await inFish('inkwell remove ')).toEqual([blog]);
  });
});

describe.runIf(isThere('zsh'))('zsh', () => {
  test('completes commands, flags and settings, at a terminal', async () => {
    const zsh = pty.spawn('zsh', ['-f', '-i'], {env: environment, cwd: home.folder, cols: 120, rows: 30});
    let shown = '';
    zsh.onData(text => (shown += text));
    const type = async (text: string, wanted: string) => {
      shown = '';
      zsh.write(text);
      await vi.waitFor(() => expect(shown).toContain(wanted), {timeout: PATIENCE, interval: 20});
    };
    await type(
      `PS1='> '; autoload -Uz compinit; compinit -u -d ${home.folder}/zcompdump; source <(inkwell completion zsh); echo is-rea""dy\r`,
      'is-ready',
    );
    await type('inkwell refr\t', 'refresh');
    await type('\u0015inkwell list --bo\t', '--bodies');
    await type('\u0015inkwell config get keys.pre\t', 'keys.preset');
    zsh.kill();
  });
});

async function inBash(line: string): Promise<string[]> {
  const script = `source <(inkwell completion bash); COMP_LINE=${quoted(line)}; COMP_POINT=\${#COMP_LINE}; compopt() { :; }; _inkwell; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return (await shell('bash', ['-c', script])).split('\n').filter(Boolean);
}

async function inFish(line: string): Promise<(string | undefined)[]> {
  const output = await shell('fish', [
    '--no-config',
    '-c',
    `inkwell completion fish | source; complete -C ${quoted(line)}`,
  ]);
  return output
    .split('\n')
    .filter(Boolean)
    .map(each => each.split('\t', 1)[0]);
}

async function shell(name: string, words: readonly string[]): Promise<string> {
  return (await promisify(execFile)(name, words, {env: environment, cwd: home.folder, timeout: PATIENCE}))
    .stdout;
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
