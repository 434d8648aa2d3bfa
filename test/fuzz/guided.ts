import {Session} from 'node:inspector';
import type {Profiler} from 'node:inspector';
import * as fc from 'fast-check';
import type {Property} from './property.ts';
import {SECONDS, megabytesTaken, MEGABYTES, within} from './try-property.ts';
import type {Tried} from './try-property.ts';

/*
 * Fuzzing that learns: a case that reaches code which no case before it reached is kept, and changed further.
 * What is reached V8 counts itself. jazzer.js would do the same by libFuzzer, but its binary needs a newer C
 * library than Debian 12 has, and none is built when it is installed.
 */

/** Cases that the corpus of a property begins with, made as elsewhere. */
const SEEDS = 40;

/** Half of all cases are made of so many that were kept last. */
const NEWEST = 4;

/** Shorter texts of a case choose among a few words, such as a format or a service. */
const SHORTEST = 16;
const LONGEST = 100_000;

/** Pieces that open, close, repeat or cut what parsers look for. */
const PIECES = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&',
  '&#',
  ';',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',

  '\\',
  '`',
  '```',
  '*',
  '_',
  '|',
  '\n',
  '\n\n',
  '\t',
  ' ',
  '---\n',
  ':',
  '- ',
  '#',
  '!',
  '\0',
  '\u001B[',
  '\u0301',
  '\u202E',
  '\uD800',
  '\u200B',
  '9'.repeat(20),
  '-1',
  '%',
  '../',
  'data:',
  'javascript:',
  '://',
];

const corpora = new Map<string, string[]>();
const reached = new Map<string, Set<string>>();

// Functions are compiled with their counters from here on.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', {callCount: false, detailed: true});

type Trying = Readonly<{
  seed: number;
  runs: number;
  onCase: (value: unknown) => void;
  onGreed: (value: unknown, fault: string) => Promise<void>;
}>;

/** Tries so many changed cases of a property; the first that does not hold. */
export async function tryGuided({name, cases, check}: Property, how: Trying): Promise<Tried | undefined> {
  const {seed, runs, onCase, onGreed} = how;
  const random = numbers(seed);
  const known = reached.get(name) ?? new Set<string>();
  reached.set(name, known);
  const corpus = corpora.get(name) ?? [
    ...new Set(fc.sample(cases, {seed, numRuns: SEEDS}).map(one => JSON.stringify(one))),
  ];
  corpora.set(name, corpus);
  for (let run = 1; run <= runs; run++) {
    // The newest lead furthest.
    const newest = random(2) === 0 ? Math.max(0, corpus.length - NEWEST) : 0;
    const text = corpus[newest + random(corpus.length - newest)] ?? '""';
    const other = corpus[random(corpus.length)] ?? '""';
    const value = changed(JSON.parse(text), longest(JSON.parse(other)), random);
    onCase(value);
    try {
      await within(() => check(value), SECONDS);
    } catch (error) {
      return {
        fault: error instanceof Error ? (error.stack ?? '') : String(error),
        counterexample: value,
        runs: run,
        seed,
      };
    }
    if (megabytesTaken() > MEGABYTES) await onGreed(value, `took ${megabytesTaken()} MB`);
    const before = known.size;
    for (const way of reachedSince()) known.add(way);
    if (known.size > before) corpus.push(JSON.stringify(value));
  }
  return undefined;
}

/** How many cases of a property were worth keeping. */
export const corpusOf = (name: string): number => corpora.get(name)?.length ?? 0;

/**
 * For each function that was entered since this was last asked, which of its blocks were and which were not:
 * a block that is entered as often as the one around it has no entry of its own.
 */
function reachedSince(): string[] {
  let ways: string[] = [];
  session.post('Profiler.takePreciseCoverage', (error, {result}: Profiler.TakePreciseCoverageReturnType) => {
    if (error) throw error;
    ways = result.flatMap(({scriptId, functions}) =>
      functions.map(({ranges}) =>
        [
          scriptId,
          ...ranges.map(({startOffset, endOffset, count}) => `${startOffset}-${endOffset}=${count}`),
        ].join(' '),
      ),
    );
  });
  return ways;
}

/** The same case with one of its texts changed a few times. */
export function changed(value: unknown, other: string, random: (below: number) => number): unknown {
  const texts = textsIn(value);
  const chosen = texts[random(texts.length)];
  if (chosen === undefined) return value;
  let text = chosen;
  for (let times = 1 + random(4); times > 0; times--) text = change(text, other, random).slice(0, LONGEST);
  return replaced(value, chosen, text.toWellFormed());
}

function change(text: string, other: string, random: (below: number) => number): string {
  const from = random(text.length + 1);
  const to = from + random(Math.min(40, text.length - from + 1));
  const [before, slice, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const start = random(other.length + 1);
  const piece = PIECES[random(PIECES.length)] ?? '';
  const ways = [
    before + after,
    before + piece + after,
    before + piece + slice + after,
    before + slice + slice + after,
    before + (slice || piece).repeat(1 + random(200)) + after,
    before + other.slice(start, start + random(200)) + after,
  ];
  return ways[random(ways.length)] ?? text;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length < SHORTEST ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const longest = (value: unknown): string =>
  textsIn(value).reduce((longer, text) => (text.length > longer.length ? text : longer), '');

function replaced(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map(one => replaced(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, from, to)]));
}

/** Whole numbers below a bound, the same for a seed each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return below === 0 ? 0 : (state >>> 8) % below;
  };
}
