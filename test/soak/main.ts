import {existsSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {parseArgs} from 'node:util';
import {ENTRY, Terminal} from '../helpers/terminal.ts';
import {temporaryHome} from '../helpers/temporary-home.ts';
import {webServer} from '../helpers/web-server.ts';

/*
 * npm run soak: a long day in the real program, on Linux. 1,000 rounds, in each of which ten articles are
 * opened and closed, the publication is fetched anew and the window is pulled five times. Every twentieth
 * round the program collects its garbage and says what it holds: memory, timers, open files; and how large
 * its library is.
 */

type Figures = Readonly<{rss: number; heapUsed: number; timers: number; files: number}>;
/** Bytes: of what the library holds, and of the journal beside it, which grows and is cut. */
type Sample = Figures & Readonly<{round: number; library: number; journal: number}>;

const ARTICLES = 400;
/** Bytes to which the journal may grow before it is cut. */
const LONGEST_JOURNAL = 8_000_000;
const {values} = parseArgs({options: {rounds: {type: 'string', default: '1000'}}});
const rounds = Number(values.rounds);
const every = Math.max(1, Math.round(rounds / 50));

const home = await temporaryHome();
const LIBRARY = join(home.folder, 'data/inkwell/library.db');
const server = await webServer();
const fetches = serveTides();
const figures = join(home.folder, 'figures');
const terminal = new Terminal({
  command: [
    process.execPath,
    '--expose-gc',
    '--require',
    join(import.meta.dirname, 'programs/sample.cjs'),
    ENTRY,
    `${server.origin}/feed.json`,
  ],
  environment: {...home.environment, SOAK_FIGURES: figures},
});
await terminal.until(`1 of ${ARTICLES}`);

const samples: Sample[] = [];
let opened = 0;
let resized = 0;
for (let round = 0; round < rounds; round++) {
  // Ten articles further down in each round, and from the top again when all were read.
  if ((round * 10) % ARTICLES === 0) terminal.type('g');
  for (let article = 0; article < 10; article++) {
    terminal.type('\r');
    await terminal.until('← Tides');
    opened++;
    terminal.type('qj');
    await terminal.until(/\d+ of 400/);
  }
  const before = fetches.count;
  terminal.type('r');
  await hasFetched(before);
  for (const columns of [60, 132, 40, 100, 80]) {
    terminal.resize(columns, columns / 4 + 6);
    await terminal.until(() => isDrawnFor(columns));
    resized++;
  }
  // The next wish to fetch would not be heard before.
  await terminal.until(one => !one.screen().includes('Fetching'));
  if (round % every === every - 1) samples.push(await sample(round + 1));
}
terminal.type('Q');
const {code} = await terminal.exit();
report(code);
terminal.close();
await server.close();
await home.remove();

/** The counter at the end of the last line stands at the edge of the window. */
function isDrawnFor(columns: number): boolean {
  const last = (terminal.lines().at(-1) ?? '').trimEnd();
  return /\d+ of 400$/.test(last) && last.length >= columns - 2;
}

async function hasFetched(before: number): Promise<void> {
  const start = Date.now();
  while (fetches.count === before) {
    if (Date.now() - start > 20_000) throw new Error(`Nothing was fetched. It shows:\n${terminal.screen()}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** A feed that is another one at each fetch: one article changes its text. */
function serveTides(): {count: number} {
  const counter = {count: 0};
  server.serve('/feed.json', () => {
    counter.count++;
    const items = Array.from({length: ARTICLES}, (_, number) => ({
      id: `tide-${number}`,
      title: `Tide ${number}`,
      content_html: `<h2>High ${number === 0 ? counter.count : ''}</h2><p>Water at <a href="https://example.org/${number}">noon</a>. ${'The harbour was quiet. '.repeat(60)}</p><pre>let tide = ${number};</pre>`,
    }));
    const body = JSON.stringify({version: 'https://jsonfeed.org/version/1.1', title: 'Tides', items});
    return {headers: {'content-type': 'application/feed+json'}, body};
  });
  return counter;
}

async function sample(round: number): Promise<Sample> {
  const known = linesOf().length;
  terminal.kill('SIGUSR2');
  while (linesOf().length === known) await new Promise(resolve => setTimeout(resolve, 20));
  const [line = '{}'] = linesOf().slice(-1);
  const taken = {round, ...(JSON.parse(line) as Figures), library: librarySize(), journal: journalSize()};
  process.stdout.write(`${row(taken)}\n`);
  return taken;
}

function linesOf(): readonly string[] {
  return existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n') : [];
}

/** Whatever is still in the journal is counted as part of it. */
function librarySize(): number {
  const library = new DatabaseSync(LIBRARY, {readOnly: true});
  const pragma = (name: string): number => Number(library.prepare(`PRAGMA ${name}`).get()?.[name]);
  try {
    return pragma('page_count') * pragma('page_size');
  } finally {
    library.close();
  }
}

function journalSize(): number {
  return existsSync(`${LIBRARY}-wal`) ? statSync(`${LIBRARY}-wal`).size : 0;
}

function row({round, rss, heapUsed, timers, files, library, journal}: Sample): string {
  return `round ${String(round).padStart(5)}  rss ${mega(rss)} MB  heap ${mega(heapUsed)} MB  timers ${timers}  files ${files}  library ${mega(library)} MB  journal ${mega(journal)} MB`;
}

function report(code: number): void {
  const tenth = Math.max(1, Math.round(samples.length / 10));
  let isLevel = code === 0;
  for (const name of ['rss', 'heapUsed', 'timers', 'files', 'library'] as const) {
    const first = mean(samples.slice(0, tenth), name);
    const last = mean(samples.slice(-tenth), name);
    const growth = first === 0 ? 0 : (last / first - 1) * 100;
    // Of what is counted in ones, one more is no growth.
    if (last > first * 1.1 + (first < 100 ? 1 : 0)) isLevel = false;
    process.stdout.write(
      `${name.padEnd(9)} first tenth ${Math.round(first)}  last tenth ${Math.round(last)}  ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} %\n`,
    );
  }
  const longest = Math.max(...samples.map(({journal}) => journal));
  if (longest > LONGEST_JOURNAL) isLevel = false;
  process.stdout.write(
    `journal   at most ${longest}; ${opened} articles, ${fetches.count} fetches, ${resized} resizes; ended with ${code}.\n`,
  );
  process.exitCode = isLevel ? 0 : 1;
}

function mean(of: readonly Sample[], name: keyof Figures | 'library' | 'journal'): number {
  return of.reduce((sum, one) => sum + one[name], 0) / of.length;
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(1).padStart(7);
}
