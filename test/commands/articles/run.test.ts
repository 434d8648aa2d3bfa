import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {checked} from '../../helpers/checked.ts';
import {followingWell, type Well} from '../../helpers/well.ts';

let well: Well;

beforeEach(async () => {
  well = await followingWell('First');
});

afterEach(() => well.close());

const set = (key: string, value: unknown) => well.run(['config', 'set', key, JSON.stringify(value)]);
const log = () => readFile(join(well.home.folder, 'log'), 'utf8').catch(() => '');
const LOG = 'cat >> "$HOME/log"; printf "%s|%s\\n" "$INKWELL_TITLE" "$INKWELL_COUNT" >> "$HOME/log"';

describe.skipIf(process.platform === 'win32')('a command of the reader’s own', () => {
  test('gets an article as JSON, as Markdown, or its address', async () => {
    await set('commands', [
      {name: 'json', run: 'cat > "$HOME/out"'},
      {name: 'text', run: 'cat > "$HOME/out"', input: 'markdown'},
      {name: 'where', run: 'cat > "$HOME/out"', input: 'url'},
    ]);
    const out = async (name: string) => {
      const ran = await well.run(['run', name, '--query', 'title:first']);
      expect(ran).toMatchObject({code: 0, stderr: `Ran ${name} on 1 article.\n`});
      return readFile(join(well.home.folder, 'out'), 'utf8');
    };
    const {articles} = JSON.parse(await out('json')) as {articles: Record<string, unknown>[]};
    const [listed] = checked('list', await well.run(['list', '--json', '--bodies'])).articles;
    expect(articles).toEqual([listed]);
    expect(await out('text')).toMatch(/^# First\n/);
    expect(await out('where')).toBe('https://example.com/First\n');
    expect((await well.run(['run'])).stdout.split('\n')[0]).toBe('json\tcat > "$HOME/out"');
  });

  test('is run by a rule on what comes in, once, and not on the first articles of a publication', async () => {
    await set('commands', [{name: 'keep', run: LOG, input: 'url'}]);
    await well.run(['rules', 'add', 'cache', 'run', 'keep']);
    well.serve('First', 'A cache', 'Another cache', 'A river');
    await well.run(['refresh', '--force']);
    await well.run(['refresh', '--force']);
    const lines = (await log()).split('\n').filter(line => line.includes('|'));
    expect(lines.toSorted()).toEqual(['A cache|1', 'Another cache|1']);
  });

  test('is run once for all that is new, where it is for that', async () => {
    await set('commands', [{name: 'tell', run: LOG, input: 'url', on: 'new'}]);
    well.serve('First', 'Second', 'Third');
    await well.run(['refresh', '--force']);
    expect((await log()).split('\n').filter(line => line.includes('|'))).toEqual([
      expect.stringMatching(/\|2$/),
    ]);
    expect((await well.run(['rules'])).stdout).toBe('');
  });

  test('that fails costs no article and no other command', async () => {
    await set('commands', [
      {name: 'broken', run: 'echo "no room" >&2; exit 3'},
      {name: 'gone', run: 'no-such-program'},
      {name: 'keep', run: LOG, input: 'url'},
    ]);
    await well.run(['rules', 'add', '', 'run', 'broken', 'run', 'gone', 'run', 'missing', 'run', 'keep']);
    well.serve('First', 'Second');
    const ran = await well.run(['refresh', '--force']);
    expect(ran.stderr).toContain('The command broken ended with exit code 3: no room');
    expect(ran.stderr).toContain('The command gone was not found: “no-such-program”.');
    expect(ran.stderr).toContain('You have no command called missing.');
    expect(await log()).toContain('Second|1');
    expect(checked('list', await well.run(['list', '--json'])).articles).toHaveLength(2);
  });

  test('comes from the preferences alone', async () => {
    well.serve('First', '$(touch "$HOME/owned")');
    await set('commands', [{name: 'keep', run: LOG, input: 'url'}]);
    await well.run(['rules', 'add', '', 'run', 'keep']);
    await well.run(['refresh', '--force']);
    expect(await log()).toContain('$(touch "$HOME/owned")|1');
    await expect(readFile(join(well.home.folder, 'owned'))).rejects.toThrow('ENOENT');
  });
});

test.skipIf(process.platform !== 'linux')('a rule notifies once for all that a refresh brings', async () => {
  const bin = join(well.home.folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'notify-send'), '#!/bin/sh\nprintf "%s\\n" "$5" >> "$HOME/log"\n');
  await chmod(join(bin, 'notify-send'), 0o755);
  const environment = {PATH: `${bin}:${process.env['PATH'] ?? ''}`};
  well.serve('First', 'Second');
  await well.run(['refresh', '--force'], {environment});
  expect(await log()).toBe('');
  await well.run(['rules', 'add', 'title:/^cache/i', 'notify']);
  well.serve('First', 'Second', 'Cache 1', 'Cache 2', 'Cache 3', 'Cache 4', 'River');
  await well.run(['refresh', '--force'], {environment});
  expect(await log()).toMatch(/^4 new: Cache \d · Cache \d · Cache \d · and 1 more\n$/);
  await well.run(['config', 'set', 'notify.when', 'never']);
  well.serve('Cache 5');
  await well.run(['refresh', '--force'], {environment});
  expect((await log()).split('\n')).toHaveLength(2);
});
