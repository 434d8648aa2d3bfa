import {readFile, writeFile} from 'node:fs/promises';
import {cpus, totalmem} from 'node:os';
import {join} from 'node:path';
import {goalRows} from './goals.ts';
import type {Figures} from './measure/figures.ts';
import {shown, table} from './measure/numbers.ts';

const PAGE = join(import.meta.dirname, '../docs/performance.md');
const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'];

/** The machine, the goals and all that was measured, as Markdown. */
export function report(figures: Figures, rounds: number, busy: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, 100×30, ${rounds} rounds, ${busy}`;
  const missing = ['newsboat', 'less', 'w3m'].filter(
    word => !figures.programs().some(name => name.startsWith(word)),
  );
  const notes = missing.length > 0 ? `${machine}. Not installed: ${missing.join(', ')}.` : `${machine}.`;
  return [
    notes,
    table([['goal', 'reached', 'wanted', 'met'], ...goalRows(figures)]),
    'Milliseconds, median and where two stand together median/p95:',
    table([COLUMNS.map(([heading]) => heading), ...programRows(figures)]),
    table([['in a library of its own', 'ms'], ...otherRows(figures)]),
  ].join('\n\n');
}

/** Puts the report where the last one stands. */
export async function write(text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  if (from < BEGIN.length || to === -1) throw new Error(`${PAGE} has no place for the figures`);
  await writeFile(PAGE, `${page.slice(0, from)}\n\n${text}\n\n${page.slice(to)}`);
}

type Cell = (figures: Figures, program: string) => string;

const one =
  (what: string): Cell =>
  (figures, program) =>
    shown(figures.median(program, what));
const two =
  (what: string): Cell =>
  (figures, program) =>
    figures.both(program, what);

const COLUMNS: readonly (readonly [heading: string, cell: Cell])[] = [
  ['program', (_, program) => program],
  ['first frame', one('frame')],
  [
    '× node',
    (figures, program) =>
      (figures.median(program, 'frame') / figures.median('node -e write', 'frame')).toFixed(2),
  ],
  ['its CPU', one('cpu')],
  ['j', two('j')],
  ['PageDown', two('page')],
  ['held, caught up', one('held')],
  ['200 j, caught up', one('flood')],
  ['filter', two('filter')],
  ['search', one('search')],
  ['bytes a j / a page', (...of) => `${one('bytes')(...of)} / ${one('page bytes')(...of)}`],
  ['MB at the list / at its peak', (...of) => `${one('rss')(...of)} / ${one('peak')(...of)}`],
  ['quit', one('quit')],
];

function programRows(figures: Figures): readonly (readonly string[])[] {
  const programs = figures.programs().filter(program => figures.of(program, 'frame').length > 0);
  return programs.map(program => COLUMNS.map(([, cell]) => cell(figures, program)));
}

function otherRows(figures: Figures): readonly (readonly string[])[] {
  const programs = figures.programs().filter(program => figures.of(program, 'frame').length === 0);
  return programs.flatMap(program =>
    figures.kinds(program).map(what => [`${program}: ${what}`, figures.both(program, what)]),
  );
}
