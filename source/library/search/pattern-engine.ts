import type {RE2JS} from 're2js';
import {ProblemError} from '../../domain/problem.ts';

/*
 * Patterns of queries. The engine (RE2) takes time that grows with the text alone, whatever the pattern, so
 * that no rule and no article can make another wait. It is loaded with the first pattern.
 */

export type Pattern = Readonly<{test: (text: string) => boolean}>;

/** The engine's own file in the bundle. */
declare const INKWELL_PATTERN_ENGINE: string | undefined;

/** A pattern that repeats its parts a great many times would need as much memory for itself. */
const LONGEST = 500;
const MOST_REPEATS = 100;

let engine: {RE2JS: typeof RE2JS} | undefined;

/** Synchronous, as the library is. @throws ProblemError for what the engine does not know. */
export function compilePattern(source: string, isCaseless: boolean): Pattern {
  engine ??= load();
  if (source.length > LONGEST) throw refused(source, `it has more than ${LONGEST} characters`);
  if (repeatsIn(source) > MOST_REPEATS)
    throw refused(source, `it repeats its parts more than ${MOST_REPEATS} times, all counts together`);
  const {RE2JS: Engine} = engine;
  try {
    const compiled = Engine.compile(source, isCaseless ? Engine.CASE_INSENSITIVE : 0);
    return {test: text => compiled.test(text)};
  } catch (error) {
    throw refused(source, (error as Error).message.replace(/^error parsing regexp: /u, ''));
  }
}

/** All counts of `{n,m}` together: each is a state of the engine, and every character passes all of them. */
function repeatsIn(source: string): number {
  const counts = source.matchAll(/\{(\d+)(?:,(\d*))?\}/gu);
  return Array.from(counts, ([, least = '0', most = '']) => Math.max(Number(least), Number(most))).reduce(
    (sum, count) => sum + count,
    0,
  );
}

function load(): {RE2JS: typeof RE2JS} {
  const {createRequire} = process.getBuiltinModule('node:module');
  const name = typeof INKWELL_PATTERN_ENGINE === 'string' ? INKWELL_PATTERN_ENGINE : 're2js';
  return createRequire(import.meta.url)(name) as {RE2JS: typeof RE2JS};
}

function refused(source: string, reason: string): ProblemError {
  return new ProblemError({
    kind: 'malformed',
    message: `“/${source}/” is not a pattern: ${reason}.`,
    advice: 'docs/queries.md says what a pattern may hold.',
  });
}
