import * as fc from 'fast-check';
import type {Property} from './property.ts';

/** Processor time that one case may take, in seconds, where slow cases are looked for. */
export const SECONDS = 2;

/** The same where only a hang is a fault, since nobody knows how slow the machine is. */
export const HANG = 60;

/** Memory of the whole process after a case. */
export const MEGABYTES = 512;

export type Tried = Readonly<{fault: string; counterexample: unknown; runs: number; seed: number}>;

type Trying = Readonly<{
  seed: number;
  runs: number;
  /** Of processor time, for one case. */
  seconds?: number;
  onCase?: () => void;
  /** Hears of a case that took too much memory: after it nothing in this process can be judged. */
  onGreed?: (value: unknown, fault: string) => Promise<void>;
}>;

/**
 * Tries a property so many times; what came of it if it did not hold, with the smallest case that was found.
 */
export async function tryProperty(
  {cases, check}: Property,
  {seed, runs, seconds = SECONDS, onCase = () => {}, onGreed}: Trying,
): Promise<Tried | undefined> {
  const checked = fc.asyncProperty(cases, async value => {
    onCase();
    await within(() => check(value), seconds);
    const megabytes = megabytesTaken();
    if (megabytes > MEGABYTES) await onGreed?.(value, `took ${megabytes} MB`);
  });
  const details = await fc.check(checked, {seed, numRuns: runs, interruptAfterTimeLimit: 120_000});
  if (!details.failed) return undefined;
  return {
    fault:
      details.errorInstance instanceof Error
        ? (details.errorInstance.stack ?? '')
        : String(details.errorInstance),
    counterexample: details.counterexample?.[0],
    runs: details.numRuns,
    seed,
  };
}

/** Does something within the limits. Time is the processor's: a busy machine is no fault. */
export async function within(act: () => void | Promise<void>, most: number): Promise<void> {
  const before = process.cpuUsage();
  await act();
  const {user, system} = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  if (seconds > most) throw new Error(`took ${seconds.toFixed(1)} seconds`);
}

/** Of the whole process. */
export function megabytesTaken(): number {
  return Math.round(process.memoryUsage.rss() / 1e6);
}
