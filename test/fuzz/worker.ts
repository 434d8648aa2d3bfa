import {PROPERTIES} from './properties.ts';
import {tryProperty} from './try-property.ts';
import type {Tried} from './try-property.ts';

/** What the runner hears: a case begins, a property held or did not. */
export type Heard =
  | Readonly<{kind: 'case'; name: string; seed: number}>
  | Readonly<{kind: 'held'; name: string; seed: number; runs: number; megabytes: number}>
  | Readonly<{kind: 'failed'; name: string; tried: Tried}>;

const [names = '[]', seedWord = '0', runsWord = '100', untilWord = '0'] = process.argv.slice(2);
const chosen = JSON.parse(names) as readonly string[];
const until = Number(untilWord);
const runs = Number(runsWord);
const tell = (heard: Heard): void => void process.send?.(heard);

const properties = PROPERTIES.filter(({name}) => chosen.length === 0 || chosen.includes(name));
let seed = Number(seedWord);
do {
  for (const property of properties) {
    const {name} = property;
    const tried = await tryProperty(property, {
      seed,
      runs,
      onCase: () => tell({kind: 'case', name, seed}),
      async onGreed(counterexample, fault) {
        const heard: Heard = {kind: 'failed', name, tried: {fault, counterexample, runs: 0, seed}};
        await new Promise(resolve => process.send?.(heard, resolve));
        process.exit(0);
      },
    });
    if (tried) tell({kind: 'failed', name, tried});
    else tell({kind: 'held', name, seed, runs, megabytes: Math.round(process.resourceUsage().maxRSS / 1000)});
    if (until > 0 && Date.now() > until) break;
  }
  seed++;
} while (Date.now() < until);
process.disconnect();
