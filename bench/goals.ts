import {COMMANDS, FLOORS, NODE} from './commands.ts';
import {KEY_SIZES} from './keys.ts';
import {LINES} from './lines.ts';
import type {Figures} from './measure/figures.ts';
import {NAMED} from './named-starts.ts';
import {shown} from './measure/numbers.ts';
import {SYNC} from './syncing.ts';
import {REFRESHERS} from './refreshing.ts';

/** A goal, the figure that was reached, and what was compared; NaN where a part was not measured. */
type Goal = Readonly<{
  what: string;
  is: number;
  most: number;
  unit: '×' | 'ms';
  of?: readonly [number, number];
  spread?: string;
}>;

const READING = 'inkwell, reading';
const FLOOR = 'node -e write';

/** Rows of a table: goal, reached, wanted, met. */
export function goalRows(figures: Figures): readonly (readonly string[])[] {
  return goals(figures)
    .filter(({is}) => !Number.isNaN(is))
    .map(({what, is, most, unit, of, spread}) => [
      what,
      unit === '×'
        ? `${shown(of?.[0])} / ${shown(of?.[1])} = ${ratio(is)}×${spread ? ` (${spread})` : ''}`
        : `${shown(is)} ms`,
      unit === '×' ? `${most}×` : `${most} ms`,
      is <= most ? 'yes' : 'no',
    ]);
}

function goals(figures: Figures): readonly Goal[] {
  const middle = (program: string, what: string): number => figures.median(program, what);
  const frame = (name: string): number => middle(name, 'frame');
  const sizes = ['1k', '10k', '100k'];
  return [
    ...sizes.map((size, index) =>
      times(
        `first frame by Ink, ${size}, to newsboat’s`,
        frame(`inkwell ${size}`),
        frame(`newsboat ${size}`),
        [1, 0.12, 0.002][index] ?? 1,
      ),
    ),
    times(
      'first frame by Ink, 1k, to the least list in Ink',
      frame('inkwell 1k'),
      frame('a list in Ink'),
      1.3,
    ),
    times('first frame by Ink, 100k to 1k', frame('inkwell 100k'), frame('inkwell 1k'), 1.15),
    ...sizes.map(size =>
      times(
        `launch image, ${size}, to node -e write`,
        frame(`inkwell ${size}, launch image`),
        frame(FLOOR),
        1.4,
      ),
    ),
    ...NAMED.map(name =>
      times(`${name}, second start, to node -e write`, middle(name, 'second'), middle(name, 'node'), 1.2),
    ),
    times(
      'the first start ever, by Ink, to a warm one',
      middle(NAMED[0], 'first ever'),
      middle(NAMED[0], 'warm'),
      1.5,
    ),
    ...KEY_SIZES.flatMap(size => [
      times(
        `300 j, ${size}, p95 to median`,
        figures.p95(`keys, ${size}`, 'j'),
        middle(`keys, ${size}`, 'j'),
        2,
      ),
      times(
        `a letter of a filter, ${size}, p95, to a j`,
        figures.p95(`keys, ${size}`, 'filter'),
        middle(`keys, ${size}`, 'j'),
        4,
      ),
    ]),
    ...LINES.map(baud =>
      within(`j held at 30/s over ${baud} baud, behind`, middle(`line, ${baud} baud`, 'behind'), 1000),
    ),
    within('an idle reader, processor time in ten minutes', middle('idle', 'cpu'), 50),
    times('--version to node -e 0', frame('inkwell --version'), frame('node -e 0'), 1.3),
    ...[...COMMANDS, ...FLOORS].map(({name, most}) =>
      times(
        `processor time of ${name} to ${NODE}`,
        middle(name, 'cpu'),
        middle(NODE, 'cpu'),
        most,
        spreadOf(figures.of(name, 'cpu'), figures.of(NODE, 'cpu')),
      ),
    ),
    ...sizes.flatMap(size => [
      within(`j, ${size}, p95`, figures.p95(`inkwell ${size}`, 'j'), 10),
      within(`PageDown, ${size}, p95`, figures.p95(`inkwell ${size}`, 'page'), 10),
    ]),
    times(
      'j, 100k, p95, to newsboat’s',
      figures.p95('inkwell 100k', 'j'),
      figures.p95('newsboat 100k', 'j'),
      0.1,
    ),
    times('j, 100k to 1k, median', middle('inkwell 100k', 'j'), middle('inkwell 1k', 'j'), 1.2),
    ...sizes.flatMap(size => [
      within(`j held at 30/s, ${size}, caught up after`, middle(`inkwell ${size}`, 'held'), 20),
      within(`200 j at once, ${size}, caught up after`, middle(`inkwell ${size}`, 'flood'), 60),
    ]),
    within('opening 5 kB, the first time, p95', figures.p95(READING, 'open first'), 40),
    within('opening 5 kB, after, p95', figures.p95(READING, 'open'), 16),
    times(
      'first screen of 1 MB to that of 5 kB',
      middle(READING, 'open large'),
      middle(READING, 'open first'),
      1.5,
    ),
    times('first screen of 1 MB to w3m’s', middle(READING, 'open large'), frame('w3m, 1 MB'), 0.5),
    ...['line', 'page'].map(what =>
      within(`moving by a ${what} in 1 MB, p95`, figures.p95(READING, `large ${what}`), 10),
    ),
    within('a letter of a filter, 100k, p95', figures.p95('inkwell 100k', 'filter'), 33),
    times(
      'search, 100k, to newsboat’s',
      middle('inkwell 100k', 'search'),
      middle('newsboat 100k', 'search'),
      0.1,
    ),
    times(
      'memory at the list, 10k, to a list in Node',
      middle('inkwell 10k', 'rss'),
      middle('a list in Node', 'rss'),
      1.6,
    ),
    times('memory at the list, 100k to 1k', middle('inkwell 100k', 'rss'), middle('inkwell 1k', 'rss'), 1.2),
    times(
      'memory at its peak, 100k, to newsboat’s',
      middle('inkwell 100k', 'peak'),
      middle('newsboat 100k', 'peak'),
      0.12,
    ),
    times(
      'refresh, the first time, to newsboat’s',
      middle(REFRESHERS.inkwell, 'first'),
      middle(REFRESHERS.newsboat, 'first'),
      1,
    ),
    times(
      'refresh, unchanged, to newsboat’s',
      middle(REFRESHERS.inkwell, 'again'),
      middle(REFRESHERS.newsboat, 'again'),
      0.3,
    ),
    within('j during a refresh, p95', figures.p95(REFRESHERS.inkwell, 'j'), 33),
    times('first sync to its bare requests', middle(SYNC, 'first'), middle(SYNC, 'bare'), 1.3),
    times(
      'first sync to its bare requests and storing what is ready',
      middle(SYNC, 'first'),
      middle(SYNC, 'bare') + middle(SYNC, 'stored'),
      1.3,
    ),
    within('unchanged round, processor time of the program', middle(SYNC, 'again, CPU'), 1000),
    within('j during a first sync, p95', figures.p95(SYNC, 'j'), 33),
    times('bytes of a move, to newsboat’s', middle('inkwell 1k', 'bytes'), middle('newsboat 1k', 'bytes'), 1),
    times(
      'bytes of a page, to newsboat’s',
      middle('inkwell 1k', 'page bytes'),
      middle('newsboat 1k', 'page bytes'),
      1.2,
    ),
    ...sizes.map(size => within(`leaving, ${size}`, middle(`inkwell ${size}`, 'quit'), 40)),
    times(
      'setting 1 MB to marked with marked-terminal',
      middle('setting 1 MB', 'ours'),
      middle('setting 1 MB', 'theirs'),
      3,
    ),
  ];
}

function times(what: string, one: number, other: number, most: number, spread?: string): Goal {
  return {what, is: one / other, most, unit: '×', of: [one, other], ...(spread && {spread})};
}

/** The smallest and the largest ratio of runs of one round. */
function spreadOf(ones: readonly number[], others: readonly number[]): string | undefined {
  if (ones.length < 2 || ones.length !== others.length) return undefined;
  const ratios = ones.map((one, index) => one / (others[index] ?? Number.NaN));
  return `${ratio(Math.min(...ratios))} to ${ratio(Math.max(...ratios))}`;
}

function within(what: string, is: number, most: number): Goal {
  return {what, is, most, unit: 'ms'};
}

function ratio(number: number): string {
  return number < 0.1 ? number.toPrecision(1) : number.toFixed(2);
}
