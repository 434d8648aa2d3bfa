import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readerOnBlog} from '../helpers/story.ts';
import {ENTRY} from '../helpers/terminal.ts';

const FAULTY = [
  process.execPath,
  '--import',
  join(import.meta.dirname, '../helpers/fault.ts'),
  ENTRY,
] as const;

test.each(['an exception', 'a rejection'])(
  '%s that nobody catches gives the terminal back and leaves a report without private data',
  async kind => {
    const {terminal, home} = await readerOnBlog({command: FAULTY, environment: {FAULT: kind}});
    terminal.act('open');
    await terminal.until('Watch 1 of entry 1');
    terminal.kill('SIGUSR2');
    expect(await terminal.exit()).toEqual({code: 1, signal: undefined});
    expect(terminal.isAlternate).toBe(false);
    for (const [on, off] of [
      ['?25l', '?25h'],
      ['?2004h', '?2004l'],
      ['?1007h', '?1007r'],
      ['?1049h', '?1049l'],
    ])
      expect(terminal.output.lastIndexOf(`\u001B[${off}`)).toBeGreaterThan(
        terminal.output.lastIndexOf(`\u001B[${on}`),
      );
    expect(terminal.screen()).toContain('inkwell: Something went wrong that Inkwell was not ready for');
    const data = join(home.folder, 'data/inkwell');
    const name = readdirSync(data).find(file => file.startsWith('fault-')) ?? '';
    const path = join(data, name);
    expect(terminal.lines().join('')).toContain(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(`Node: ${process.version}`);
    expect(text).toContain('Terminal: 80×24');
    expect(text).toMatch(/RangeError: [\s\S]*\n +at process\./);
    expect(text).not.toMatch(/ada|pass@|hush|page=2|Watch|entry/);
    expect(text).not.toContain(home.folder);
  },
);
