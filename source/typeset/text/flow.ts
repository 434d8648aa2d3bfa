import type {Look} from './look.ts';
import {TEXT} from './look.ts';

/** A run of a text with one look: [from, to) in UTF-16 units. */
export type Run = Readonly<{from: number; to: number; look: Look}>;

/**
 * Text that flows: one paragraph, heading or cell, independent of any measure. White space is single spaces;
 * a line feed is a line that must end. Runs cover the text without gaps.
 */
export type Flow = Readonly<{
  text: string;
  runs: readonly Run[];
  /** Its offset in the text of its block. */
  at: number;
}>;

export const EMPTY: Flow = {text: '', runs: [], at: 0};

export function flow(text: string, look: Look = TEXT, at = 0): Flow {
  return {text, runs: text === '' ? [] : [{from: 0, to: text.length, look}], at};
}

export function isBlank({text}: Flow): boolean {
  return text.trim() === '';
}

/** The article's own words in a flow, without ours. */
export function wordsOf({text, runs}: Flow): string {
  return runs.some(({look}) => look.isOurs)
    ? runs.map(({from, to, look}) => (look.isOurs ? '' : text.slice(from, to))).join('')
    : text;
}

/** The index of the first run that reaches beyond a place in the text. */
export function firstRunBeyond(runs: readonly Run[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Several flows one after the other, each with a look of its own. */
export function joined(parts: readonly (readonly [text: string, look: Look])[], at = 0): Flow {
  const runs: Run[] = [];
  let text = '';
  for (const [part, look] of parts) {
    if (part === '') continue;
    runs.push({from: text.length, to: text.length + part.length, look});
    text += part;
  }
  return {text, runs, at};
}
