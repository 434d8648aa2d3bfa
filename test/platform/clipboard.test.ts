import {execFileSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {beforeEach, expect, onTestFinished, test, vi} from 'vitest';
import {copiedMessage, copyText, MOST} from '../../source/platform/clipboard.ts';

beforeEach(() => {
  vi.stubEnv('TMUX', '').stubEnv('STY', '');
  onTestFinished(() => void vi.unstubAllEnvs());
});

async function copied(text: string): Promise<string> {
  let written = '';
  await copyText(text, bytes => void (written += bytes));
  const [, base64 = ''] = /^\u001B\]52;c;([A-Za-z\d+/=]*)\u0007$/.exec(written) ?? [];
  return Buffer.from(base64, 'base64').toString();
}

test('a text is copied without what could move a terminal that it is pasted into', async () => {
  expect(await copied('a\u001B[201~\u0003b\nç')).toBe('ab\nç');
});

test('a text that is larger than a terminal takes is refused, with another way', async () => {
  expect(await copied('x'.repeat(MOST))).toHaveLength(MOST);
  await expect(copied('x'.repeat(MOST + 1))).rejects.toThrow('more than a terminal copies');
});

test('GNU screen is given the text in strings that it passes on', async () => {
  vi.stubEnv('STY', '1.pts-0');
  let written = '';
  await copyText('long '.repeat(400), bytes => void (written += bytes));
  const parts = Array.from(
    written.matchAll(/\u001BP([^\u001B]*|\u001B\][^\u001B]*)\u001B\\/g),
    ([, part]) => part,
  );
  expect(written.replaceAll(/\u001BP|\u001B\\/g, '')).toBe(parts.join(''));
  expect(Math.max(...parts.map(part => part?.length ?? 0))).toBeLessThan(768);
});

const tmux = ((): string | undefined => {
  try {
    return execFileSync('tmux', ['-V'], {encoding: 'utf8'});
  } catch {
    console.warn('tmux is not installed: copying within it is not tested');
    return undefined;
  }
})();

test.skipIf(tmux === undefined)(
  'within tmux the text is in its buffer, of any size, and only then “Copied”',
  async () => {
    const socket = join(mkdtempSync(join(tmpdir(), 'inkwell-tmux-')), randomUUID().slice(0, 8));
    const run = (...words: string[]): string =>
      execFileSync('tmux', ['-S', socket, ...words], {encoding: 'utf8'});
    run('-f', '/dev/null', 'new-session', '-d', 'sleep 60');
    onTestFinished(() => void run('kill-server'));
    vi.stubEnv('TMUX', `${socket},1,0`);
    const text = 'Zeile für Zeile\n'.repeat(10_000);
    let written = '';
    const answer = await copyText(text, bytes => void (written += bytes));
    expect(answer).toBe('taken');
    expect(written).toBe('');
    expect(run('show-buffer')).toBe(text);
    expect(copiedMessage('article', answer)).toBe('Copied the article.');
  },
);

test('where tmux is gone the terminal is asked, and nothing is called copied', async () => {
  vi.stubEnv('TMUX', '/nowhere/at/all,1,0');
  let written = '';
  const answer = await copyText('text', bytes => void (written += bytes));
  expect(written).toContain(']52;c;');
  expect(copiedMessage('address', answer)).not.toContain('Copied');
});
