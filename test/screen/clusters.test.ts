import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFile, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import stringWidth from 'string-width';
import xterm from '@xterm/headless';
import {describe, expect, onTestFinished, test} from 'vitest';
import {placedRow} from '../../source/screen/frame/placed-row.ts';
import {ScreenStream} from '../../source/screen/frame/screen-stream.ts';
import {CLUSTERS} from '../helpers/clusters.ts';

/*
 * Terminals disagree on how wide these clusters are. Each stands in a row of a screen that is full to its
 * last cell, between rows of plain letters, as a title in a list does. No row may wrap, and what stands at
 * the right end of a row stays there.
 */

const SIZE = {columns: 40, rows: 24} as const;
const PER_SCREEN = 11;

/** Screens with as many clusters as they have room for, each in a row of its own between plain ones. */
const SCREENS = Array.from({length: Math.ceil(CLUSTERS.length / PER_SCREEN)}, (_, index) =>
  CLUSTERS.slice(index * PER_SCREEN, (index + 1) * PER_SCREEN),
).map(clusters => {
  const rows = clusters.flatMap(([, cluster], index) => [
    full(`plain ${index}`, `end ${index}`),
    full(`▌ ● ${cluster} and ${cluster}${cluster} on`, `9 min ${String(index).padStart(2, '0')}`),
  ]);
  return [...rows, ...Array.from({length: SIZE.rows - rows.length}, () => full('plain', 'end'))];
});

function full(left: string, right: string): string {
  return left + ' '.repeat(SIZE.columns - stringWidth(left) - right.length) + right;
}

/** The bytes that draw a screen, after another that filled all of it. */
function drawn(rows: readonly string[]): string {
  let bytes = '';
  const stream = new ScreenStream({...SIZE, write: text => (bytes += text)});
  stream.write('\u001B[?1049h');
  stream.write(Array.from({length: SIZE.rows}, () => '%'.repeat(SIZE.columns)).join('\n'));
  stream.write(rows.join('\n'));
  return bytes.replaceAll('\n', '\r\n');
}

/**
 * Plain rows are whole; of the others the right end is where it belongs, and nothing of the screen before is
 * left.
 */
function faultsOf(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.flatMap((line, row) => {
    const there = shown[row] ?? '';
    const isOdd = line.startsWith('▌');
    const isInPlace = isOdd
      ? there.startsWith('▌ ● ') && there.trimEnd().endsWith(line.slice(-8)) && !there.includes('%')
      : there === line;
    return isInPlace ? [] : [`${line} is shown as ${there}`];
  });
}

test('there are sixty clusters, of each kind that terminals disagree on', () => {
  expect(CLUSTERS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(CLUSTERS.map(([, cluster]) => cluster)).size).toBe(CLUSTERS.length);
});

test('xterm.js shows each in its row', async () => {
  for (const rows of SCREENS) {
    const terminal = new xterm.Terminal({cols: SIZE.columns, rows: SIZE.rows, allowProposedApi: true});
    await new Promise<void>(resolve => {
      terminal.write(drawn(rows), resolve);
    });
    const {active} = terminal.buffer;
    expect(
      faultsOf(
        Array.from({length: SIZE.rows}, (_, row) => active.getLine(row)?.translateToString() ?? ''),
        rows,
      ),
    ).toEqual([]);
    // To the cell: what ends the row ends it.
    for (const [row, line] of rows.entries())
      expect(
        active
          .getLine(row)
          ?.getCell(SIZE.columns - 1)
          ?.getChars(),
      ).toBe(line.at(-1));
  }
});

function has(program: string, ...words: readonly string[]): boolean {
  try {
    execFileSync(program, words, {stdio: 'ignore'});
    return true;
  } catch {
    console.warn(`${program} is not installed: what it makes of odd clusters is not tested`);
    return false;
  }
}

/** A folder with the screen's bytes and a program that shows them and stays. */
async function show(rows: readonly string[]): Promise<{folder: string; command: string}> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-clusters-'));
  onTestFinished(async () => rm(folder, {recursive: true}));
  await writeFile(join(folder, 'bytes'), drawn(rows));
  const command = `stty raw -echo; cat ${folder}/bytes; touch ${folder}/shown; sleep 60`;
  return {folder, command};
}

/** Asks again until the terminal has drawn all of it. */
async function until<Answer>(
  ask: () => Promise<Answer>,
  isReady: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let turn = 0; ; turn++) {
    const answer = await ask();
    if (isReady(answer) || turn > 200) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

function isDrawn(lines: readonly string[]): boolean {
  return (
    lines.some(line => line.startsWith('▌')) &&
    !lines.some(line => line.includes('%%')) &&
    (lines[SIZE.rows - 1] ?? '').includes('end')
  );
}

describe.skipIf(!has('tmux', '-V'))('tmux', () => {
  test('shows each in its row', async () => {
    for (const rows of SCREENS) {
      const {folder, command} = await show(rows);
      const run = (...words: readonly string[]): string =>
        execFileSync('tmux', ['-u', '-S', join(folder, 'socket'), ...words], {encoding: 'utf8'});
      run(
        '-f',
        '/dev/null',
        'new-session',
        '-d',
        '-x',
        String(SIZE.columns),
        '-y',
        String(SIZE.rows + 1),
        command,
      );
      try {
        const lines = await until(
          async () => run('capture-pane', '-p', '-N').split('\n').slice(0, SIZE.rows),
          isDrawn,
        );
        expect(faultsOf(lines, rows)).toEqual([]);
      } finally {
        run('kill-server');
      }
    }
  });
});

describe.skipIf(!has('xterm', '-version') || !has('which', 'Xvfb'))('xterm', () => {
  test('shows each in its row', async () => {
    const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '800x600x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void server.kill());
    const [number] = (await once(server.stdout, 'data')) as [Buffer];
    for (const rows of SCREENS) {
      const {folder, command} = await show(rows);
      const printed = join(folder, 'printed');
      const words = ['-u8', '-geometry', `${SIZE.columns}x${SIZE.rows}`, '-xrm', '*printAttributes: 0'];
      words.push('-xrm', `*printerCommand: cat > ${printed}`, '-xrm', '*printerAutoClose: true');
      // xterm prints what its screen shows when it is asked to.
      await appendFile(join(folder, 'bytes'), '\u001B[i');
      const environment = {
        ...process.env,
        DISPLAY: `:${String(number).trim()}`,
        LANG: 'C.UTF-8',
        LC_ALL: 'C.UTF-8',
      };
      const child = spawn('xterm', [...words, '-e', 'sh', '-c', command], {
        env: environment,
        stdio: 'ignore',
      });
      try {
        const lines = await until(async () => linesOf(printed), isDrawn);
        const padded = lines.map((line, row) =>
          rows[row]?.startsWith('▌') ? line : line.padEnd(SIZE.columns),
        );
        expect(faultsOf(padded, rows)).toEqual([]);
      } finally {
        child.kill();
      }
    }
  });
});

async function linesOf(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8'))
      .split('\n')
      .slice(0, SIZE.rows)
      .map(line => line.replace(/[\r\f]/g, ''));
  } catch {
    return [];
  }
}

test('nothing is placed in a row of characters that all terminals see alike', () => {
  const row = full('Ein “Titel” – 漢字 und ★', '9 min');
  expect(placedRow(row)).toBe(row);
});
