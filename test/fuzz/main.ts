import {fork, spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {buildSync} from 'esbuild';
import {MEGABYTES} from './try-property.ts';
import type {Heard} from './worker.ts';

/*
 * npm run fuzz -- --minutes 30 [--seed 7] [--only "RSS"] [--runs 200] [--guided]: tries every property with
 * ever new cases, then presses keys at random in the real program. Seeds are printed; a case that fails is
 * kept in test/fuzz/found, where the tests try it from then on. Guided, it changes the cases that reached new
 * code, and says how many it kept.
 */

const {values} = parseArgs({
  options: {
    minutes: {type: 'string', default: '1'},
    seed: {type: 'string'},
    runs: {type: 'string', default: '100'},
    only: {type: 'string', multiple: true, default: []},
    interface: {type: 'boolean', default: true},
    guided: {type: 'boolean', default: false},
  },
  allowNegative: true,
});

const HERE = import.meta.dirname;
const FOUND = join(HERE, 'found');
/** A case that says nothing for so long hangs, however busy the machine is. */
const PATIENCE = 120_000;
/** The parsers have most of the time, the interface the rest. */
const SHARE = values.only.length > 0 || !values.interface ? 1 : 0.7;

const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const start = Date.now();
const mode = values.guided ? 'guided' : '';
const totals = new Map<string, number>();
const corpora = new Map<string, number>();
let cases = 0;
let most = 0;
const faults: string[] = [];

/** In one file: a hundred sources that are read as they are would take more memory than the cases. */
const worker = join(HERE, '../../node_modules/.cache/fuzz/worker.mjs');
buildSync({
  entryPoints: [join(HERE, 'worker.ts')],
  outfile: worker,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  target: 'node22',
  logLevel: 'error',
});

process.stdout.write(`Seed ${seed}, for ${minutes} minutes.\n`);
await fuzzProperties(start + minutes * SHARE * 60_000);
if (SHARE < 1) pressKeys(start + minutes * 60_000);
report();
process.exitCode = faults.length > 0 ? 1 : 0;

/** A process dies with its case or hangs in it; the next one goes on with another seed. */
async function fuzzProperties(until: number): Promise<void> {
  for (let next = seed; Date.now() < until;) next = (await oneProcess(next, until)) + 1;
}

function oneProcess(from: number, until: number): Promise<number> {
  const child = fork(worker, [JSON.stringify(values.only), String(from), values.runs, String(until), mode], {
    // What is garbage is no case's memory, so it is taken away early.
    execArgv: [
      `--max-old-space-size=${MEGABYTES / 2}`,
      '--max-semi-space-size=8',
      '--disable-warning=ExperimentalWarning',
    ],
  });
  let last: Extract<Heard, {kind: 'case'}> = {kind: 'case', name: 'nothing yet', seed: from};
  let nth = 0;
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      fault(last.name, `hangs (seed ${last.seed}, case ${nth})`);
      child.kill('SIGKILL');
      keepLast();
    }, PATIENCE);
  };
  /** A case that was sent is kept itself, any other is made again. */
  const keepLast = (): void => {
    if (last.value === undefined) void keepNth(last.name, last.seed, nth);
    else keep(last.name, last.seed, last.value);
  };
  watch();
  child.on('message', (heard: Heard) => {
    watch();
    if (heard.kind === 'case') {
      nth = heard.name === last.name && heard.seed === last.seed ? nth + 1 : 1;
      last = heard;
      cases++;
      return;
    }
    if (heard.kind === 'failed') {
      fault(heard.name, `${heard.tried.fault} (seed ${heard.tried.seed}, case ${heard.tried.runs})`);
      keep(heard.name, heard.tried.seed, heard.tried.counterexample);
      return;
    }
    totals.set(heard.name, (totals.get(heard.name) ?? 0) + heard.runs);
    if (heard.corpus !== undefined) corpora.set(heard.name, heard.corpus);
    most = Math.max(most, heard.megabytes);
  });
  return new Promise(resolve => {
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) {
        fault(last.name, `ended the process with ${code ?? signal} (seed ${last.seed}, case ${nth})`);
        keepLast();
      }
      resolve(last.seed);
    });
  });
}

function keep(name: string, at: number, counterexample: unknown): void {
  mkdirSync(FOUND, {recursive: true});
  const file = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${at}.json`;
  writeFileSync(
    join(FOUND, file),
    `${JSON.stringify({property: name, case: counterexample}, undefined, 2)}\n`,
  );
  process.stdout.write(`  kept as test/fuzz/found/${file}\n`);
}

/**
 * A case that never came back is made again; of those that are tried to find a smaller one only the seed is
 * known.
 */
async function keepNth(name: string, at: number, nth: number): Promise<void> {
  if (nth > Number(values.runs)) return;
  const [{PROPERTIES}, fc] = await Promise.all([import('./properties.ts'), import('fast-check')]);
  const property = PROPERTIES.find(one => one.name === name);
  if (property) keep(name, at, fc.sample(property.cases, {seed: at, numRuns: nth}).at(-1));
}

/** The monkey of the stories, with other seeds each time. */
function pressKeys(until: number): void {
  const vitest = join(HERE, '../../node_modules/vitest/vitest.mjs');
  for (let next = seed; Date.now() < until; next += 4) {
    const seeds = [0, 1, 2, 3].map(add => next + add).join(',');
    const {status, stdout, stderr} = spawnSync(
      process.execPath,
      [vitest, 'run', 'test/stories/monkey.test.ts'],
      {
        cwd: join(HERE, '../..'),
        encoding: 'utf8',
        env: {...process.env, FUZZ_PRESSES: '6000', FUZZ_SEEDS: seeds, NO_COLOR: '1'},
      },
    );
    if (status === 0) totals.set('the interface', (totals.get('the interface') ?? 0) + 6000);
    else fault('the interface', `seeds ${seeds}\n${stdout.slice(-2000)}${stderr.slice(-4000)}`);
  }
}

function fault(name: string, what: string): void {
  faults.push(name);
  process.stdout.write(`${name}: ${what}\n`);
}

function report(): void {
  for (const [name, runs] of totals)
    process.stdout.write(
      `${String(runs).padStart(8)}  ${name}${corpora.has(name) ? `, corpus ${corpora.get(name)}` : ''}\n`,
    );
  const time = ((Date.now() - start) / 60_000).toFixed(1);
  process.stdout.write(`${cases} cases in ${time} minutes, at most ${most} MB; ${faults.length} faults.\n`);
}
