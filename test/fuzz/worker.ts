import {PROPERTIES} from './properties.ts';
import {tryProperty} from './try-property.ts';
import type {Tried} from './try-property.ts';

/** What the runner hears: a case begins, a property held or did not. */
export type Heard =
  | Readonly<{kind: 'case'; name: string; seed: number; value?: unknown}>
  | Readonly<{kind: 'held'; name: string; seed: number; runs: number; megabytes: number; corpus?: number}>
  | Readonly<{kind: 'failed'; name: string; tried: Tried}>;

const [names = '[]', seedWord = '0', runsWord = '100', untilWord = '0', mode = ''] = process.argv.slice(2);
const chosen = JSON.parse(names) as readonly string[];
const until = Number(untilWord);
const runs = Number(runsWord);
const tell = (heard: Heard): void => void process.send?.(heard);

const properties = PROPERTIES.filter(({name}) => chosen.length === 0 || chosen.includes(name));
// Counting what is reached is slow, so it is loaded for those who ask.
const guided = mode === 'guided' ? await import('./guided.ts') : undefined;
let seed = Number(seedWord);
do {
  for (const property of properties) {
    const {name} = property;
    const onGreed = async (counterexample: unknown, fault: string): Promise<void> => {
      const heard: Heard = {kind: 'failed', name, tried: {fault, counterexample, runs: 0, seed}};
      await new Promise(resolve => process.send?.(heard, resolve));
      process.exit(0);
    };
    const tried = guided
      ? await guided.tryGuided(property, {
          seed,
          runs,
          onCase: value => tell({kind: 'case', name, seed, value}),
          onGreed,
        })
      : await tryProperty(property, {seed, runs, onCase: () => tell({kind: 'case', name, seed}), onGreed});
    if (tried) tell({kind: 'failed', name, tried});
    else {
      const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
      tell({kind: 'held', name, seed, runs, megabytes, ...(guided && {corpus: guided.corpusOf(name)})});
    }
    if (until > 0 && Date.now() > until) break;
  }
  seed++;
} while (Date.now() < until);
process.disconnect();
