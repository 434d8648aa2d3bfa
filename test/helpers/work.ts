import {Session} from 'node:inspector';
import type {Profiler} from 'node:inspector';
import {Script} from 'node:vm';
import {expect} from 'vitest';

/** Milliseconds that only a hang reaches, on a machine however slow. */
const HANG = 60_000;

/** Twice the input may cost so many times the work: a little more than twice, far less than four times. */
const GROWTH = 2.5;

// Functions are compiled with their counters from here on: what a test looks at is compiled when it first
// runs.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true});

/**
 * Counts the work of an act: how often V8 entered each function and each block of code. The count is the same
 * on every machine. It does not see the inside of regular expressions and other native code; `ends` does.
 */
export function workOf(act: () => unknown): number {
  entered();
  act();
  return entered();
}

/** Since it was last asked. */
function entered(): number {
  let sum = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage: Profiler.TakePreciseCoverageReturnType) => {
    if (error) throw error;
    for (const {functions} of coverage.result)
      for (const {ranges} of functions) for (const {count} of ranges) sum += count;
  });
  return sum;
}

/**
 * Expects an act that ends, with work that grows no faster than its input: it is given an input, and another
 * of twice the size. Returns the result for the larger one.
 */
export function expectLinear<Input, Result>(
  make: (size: number) => Input,
  size: number,
  act: (input: Input) => Result,
): Result {
  let result: Result | undefined;
  const work = (count: number): number => {
    const input = make(count);
    return workOf(() => (result = ends(() => act(input))));
  };
  // The first call makes tables that the others find; what it leaves in a cache is no answer for them.
  work(Math.ceil(size / 10));
  // Less than a step for each piece of the input cannot be told from the work of starting.
  const once = Math.max(work(size), size);
  expect(work(2 * size) / once).toBeLessThanOrEqual(GROWTH);
  return result as Result;
}

/** Does something that must end; a hang becomes an error, even inside a regular expression. */
export function ends<Result>(act: () => Result): Result {
  const key = '__act';
  Object.assign(globalThis, {[key]: act});
  try {
    return new Script(`${key}()`).runInThisContext({timeout: HANG}) as Result;
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}
