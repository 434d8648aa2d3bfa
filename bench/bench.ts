/*
 * `npm run bench` measures Inkwell as its readers have it, beside newsboat, less and w3m where they are
 * installed: all in one run whose programs take turns, so that what else the machine does falls on each
 * alike. Read the ratios. `-- --only commands,starts` measures these parts alone (programs, starts,
 * commands, reading, refreshing, setting, syncing); `-- --against DIR` runs the commands of another
 * checkout's build in turns with this one's. The parts `keys` (300 presses of each), `triage` (its keys
 * among 60,000 articles, and a rule over them), `lines` (slow terminals), `growth` (to a million articles,
 * which takes an hour to fill) and `idle` (ten minutes in which nothing is pressed) are measured once, and
 * only when they are named. `-- --quick` takes a minute; `-- --slow` has newsboat open 100,000 articles too,
 * once, for minutes; `-- --folder DIR` keeps the filled libraries somewhere else than in the temporary
 * folder; `-- --write` puts the tables into docs/performance.md.
 */
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {commands} from './commands.ts';
import {contendersFor, startsOf} from './contenders.ts';
import {growth} from './growth.ts';
import {idle} from './idle.ts';
import {keys} from './keys.ts';
import {Figures} from './measure/figures.ts';
import {machine} from './measure/machine.ts';
import {killAll} from './measure/session.ts';
import {refreshing} from './refreshing.ts';
import {report, write} from './report.ts';
import {setting} from './setting.ts';
import {syncing} from './syncing.ts';
import {namedStarts} from './named-starts.ts';
import {lines} from './lines.ts';
import {reading, story} from './stories.ts';
import {triage} from './triage.ts';

const {values} = parseArgs({
  options: {
    quick: {type: 'boolean', default: false},
    folder: {type: 'string', default: join(tmpdir(), 'inkwell-bench')},
    rounds: {type: 'string'},
    slow: {type: 'boolean', default: false},
    write: {type: 'boolean', default: false},
    only: {type: 'string'},
    against: {type: 'string'},
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 2 : 9));
const figures = new Figures();
const isWanted = (part: string): boolean =>
  values.only === undefined || values.only.split(',').includes(part);
const contenders = isWanted('programs') ? await contendersFor(values.folder, values) : [];
const began = performance.now();
const sinceStart = machine();

for (let round = 0; round < rounds; round++) {
  for (let turn = 0; turn < contenders.length; turn++) {
    const contender = contenders[(turn + round) % contenders.length];
    if (!contender || round >= (contender.most ?? rounds)) continue;
    await attempt(contender.program.name, () => story(contender, figures, round === 0));
  }
  await attempt('starts', () => startsOf(figures));
  await attempt('named', () => namedStarts(values.folder, figures));
  await attempt('commands', () => commands(values.folder, figures, values.against));
  await attempt('reading', () => reading(values.folder, figures));
  // They take seconds and are long enough not to need so many tries.
  if (round % 3 === 0 && !values.quick) {
    await attempt('refreshing', () => refreshing(values.folder, figures));
    await attempt('setting', () => setting(figures));
    await attempt('syncing', () => syncing(values.folder, figures));
  }
  process.stderr.write(
    `round ${round + 1} of ${rounds}, ${((performance.now() - began) / 1000).toFixed(0)} s\n`,
  );
}
if (values.only !== undefined) {
  await attempt('keys', () => keys(values.folder, figures));
  await attempt('triage', () => triage(values.folder, figures));
  await attempt('lines', () => lines(values.folder, figures));
  await attempt('growth', () => growth(values.folder, figures));
  await attempt('idle', () => idle(values.folder, figures));
}
const text = report(figures, rounds, sinceStart());
process.stdout.write(`${text}\n`);
if (values.write) await write(text);
process.exit(0);

/** Reports a measurement that fails; the rest goes on. */
async function attempt(name: string, measure: () => Promise<void>): Promise<void> {
  if (!contenders.some(({program}) => program.name === name) && !isWanted(name)) return;
  try {
    await measure();
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    killAll();
  }
}
