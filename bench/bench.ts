/*
 * `npm run bench` measures Inkwell as its readers have it, beside newsboat, less and w3m where they are installed: all
 * in one run whose programs take turns, so that what else the machine does falls on each alike. Read the ratios.
 * `-- --quick` takes a minute; `-- --slow` has newsboat open 100,000 articles too, once, for minutes;
 * `-- --folder DIR` keeps the filled libraries somewhere else than in the temporary folder.
 */
import {rmSync} from 'node:fs';
import {cpus, tmpdir, totalmem} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {median, quantile, shown, table} from './measure/numbers.ts';
import {Session} from './measure/session.ts';
import type {Program} from './measure/session.ts';
import {floor, inkwell, newsboat, viewers} from './programs.ts';
import type {Size} from './programs.ts';

const {values} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    folder: {type: 'string', default: join(tmpdir(), 'inkwell-bench')},
    rounds: {type: 'string'},
    slow: {type: 'boolean', default: false},
  },
});
const SIZES: readonly Size[] = [
  {name: '1k', feeds: 10, articles: 100},
  {name: '10k', feeds: 100, articles: 100},
  {name: '100k', feeds: 1000, articles: 100},
];
const sizes = values.quick ? SIZES.slice(0, 1) : SIZES;
const rounds = Number(values.rounds ?? (values.quick ? 3 : 9));

type Contender = Readonly<{
  program: Program;
  /** Run before each start. */
  before?: () => void;
  /** Opens the list of all articles, where that is not what is shown first. */
  enter?: readonly [end: string, enter: string, shown: string];
  moves: boolean;
  opens?: readonly [key: string, shown: string];
  /** Newsboat takes more than a minute for 100,000 articles. */
  most?: number;
}>;

const contenders: Contender[] = [{program: floor(), moves: false}];
for (const size of sizes) {
  const program = inkwell(values.folder, size);
  const opens = ['\r', 'min read'] as const;
  contenders.push({program, before: () => rmSync(program.image, {force: true}), moves: true, opens});
  contenders.push({program: {...program, name: `${program.name}, launch image`}, moves: false});
  const isSlow = size.name === '100k';
  const other = isSlow && !values.slow ? undefined : await newsboat(values.folder, size);
  const enter = ['\u001BOF', '\r', 'A00000'] as const;
  if (other) contenders.push({program: other, enter, moves: true, ...(isSlow && {most: 1})});
}
for (const program of viewers(values.folder)) contenders.push({program, moves: true});

type Samples = {
  frame: number[];
  j: number[];
  page: number[];
  open: number[];
  bytes: number[];
  held: number[];
  flood: number[];
  rss: number[];
  peak: number[];
  quit: number[];
};
const samples = new Map<string, Samples>(
  contenders.map(({program: {name}}) => [
    name,
    {frame: [], j: [], page: [], open: [], bytes: [], held: [], flood: [], rss: [], peak: [], quit: []},
  ]),
);

for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < contenders.length; turn++) {
    const contender = contenders[(turn + round) % contenders.length];
    if (!contender || round >= (contender.most ?? rounds)) continue;
    await run(contender, round === 0).catch((error: unknown) =>
      process.stderr.write(`${contender.program.name}: ${String(error)}\n`),
    );
  }
  process.stderr.write(`round ${round + 1} of ${rounds}\n`);
}

async function run({program, before, enter, moves, opens}: Contender, isFirst: boolean): Promise<void> {
  const taken = samples.get(program.name);
  if (!taken) return;
  before?.();
  const session = new Session(program);
  taken.frame.push(await session.shows(program.ready));
  await session.quiet(150);
  taken.rss.push(session.memory()?.now ?? Number.NaN);
  if (moves) {
    if (enter) {
      await session.press(enter[0]);
      await session.press(enter[1], enter[2]);
    }
    for (let index = 0; index < (isFirst ? 40 : 15); index++) {
      const {milliseconds, bytes} = await session.press('j');
      taken.j.push(milliseconds);
      taken.bytes.push(bytes);
    }
    for (let index = 0; index < 5; index++) taken.page.push((await session.press('\u001B[6~')).milliseconds);
    taken.held.push(await session.hold('j', 60, 30));
    taken.flood.push(await session.hold('j', 200, 0));
    if (opens) taken.open.push((await session.press(...opens)).milliseconds);
  }
  taken.peak.push(session.memory()?.peak ?? Number.NaN);
  taken.quit.push(await session.leave(program.quit));
}

const base = median(samples.get('node -e write')?.frame ?? []);
const heading = [
  'program',
  'first frame, ms',
  '× node',
  'j p50/p95',
  'PageDown p50/p95',
  'held, catch-up',
  '200 j, catch-up',
  'open p50/p95',
  'bytes a j',
  'RSS/peak, MB',
  'quit',
];
const lines = [...samples].map(([name, taken]) => {
  const frame = median(taken.frame);
  return [
    name,
    shown(frame),
    (frame / base).toFixed(2),
    both(taken.j),
    both(taken.page),
    shown(median(taken.held)),
    shown(median(taken.flood)),
    both(taken.open),
    shown(median(taken.bytes)),
    `${shown(median(taken.rss))}/${shown(median(taken.peak))}`,
    shown(median(taken.quit)),
  ];
});
const missing = ['newsboat', 'less', 'w3m'].filter(
  word => ![...samples.keys()].some(name => name.startsWith(word)),
);
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, 100x30, ${rounds} rounds\n${missing.length > 0 ? `Not installed: ${missing.join(', ')}\n` : ''}\n${table([heading, ...lines])}\n`,
);
process.exit(0);

function both(numbers: readonly number[]): string {
  return numbers.length > 0 ? `${shown(median(numbers))}/${shown(quantile(numbers, 0.95))}` : '–';
}
