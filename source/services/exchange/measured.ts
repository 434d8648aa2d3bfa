import type {StateLine} from '../../domain/state-line.ts';

/*
 * A feed's texts are cut when it is read. A file says what it likes, and what is drawn in a row must not cost
 * each frame the work of millions of characters.
 */

/** Characters of a text that is no body: as many as an address may have. */
export const LONGEST_TEXT = 8192;
/** Characters of a name in a list of sources. */
export const LONGEST_NAME = 500;
/** Values of a list or an object, and how deep they may lie. */
const MOST_VALUES = 2000;
const DEEPEST = 12;

/** The line with its texts and lists cut to their measure; bodies stay whole. */
export function measured(line: StateLine): StateLine {
  return cut(line, []) as StateLine;
}

function cut(value: unknown, path: readonly string[]): unknown {
  if (typeof value === 'string') return isBody(path) ? value : value.slice(0, LONGEST_TEXT);
  if (typeof value !== 'object' || value === null) return value;
  if (path.length === DEEPEST) return undefined;
  if (Array.isArray(value)) return value.slice(0, MOST_VALUES).map(each => cut(each, [...path, '']));
  const entries = Object.entries(value).slice(0, MOST_VALUES);
  return Object.fromEntries(entries.map(([name, each]) => [name, cut(each, [...path, name])]));
}

function isBody([first, second, ...rest]: readonly string[]): boolean {
  return rest.length === 0 && (first === 'markdown' || (first === 'body' && second === 'content'));
}
