import {ProblemError} from '../domain/problem.ts';
import type {StateLine} from '../domain/state-line.ts';

const HEAD = '{"kind":"inkwell"';

/** Whether a text was written by `inkwell export --state`. */
export function isState(text: string): boolean {
  return text.trimStart().startsWith(HEAD);
}

/** The lines of an exported state, read one by one. */
export function* stateLines(text: string): Iterable<StateLine> {
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() !== '') yield stateLine(line, number);
  }
}

function stateLine(line: string, number: number): StateLine {
  try {
    const entry = JSON.parse(line) as StateLine;
    if (typeof entry === 'object' && typeof entry.kind === 'string') return entry;
  } catch {}
  throw new ProblemError({
    kind: 'malformed',
    message: `Line ${number} can't be imported: it is no JSON object with a "kind".`,
    advice: 'It may have been cut off; export it again.',
  });
}
