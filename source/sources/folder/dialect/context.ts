import {NO_LINKS} from '../links.ts';
import type {Links} from '../links.ts';
import {ANY} from '../site/generators.ts';
import type {Dialect} from '../site/generators.ts';

/** The means to read a text as its generator does. */
export type Writing = Readonly<{
  dialect: Dialect;
  links: Links;
  /** The value of a variable (`site.title`, `page.author`), where that is plain text. */
  value(name: string): string | undefined;
}>;

export const UNKNOWN: Writing = {dialect: ANY, links: NO_LINKS, value: () => undefined};

/** Stands where a sentence has something that only its generator could fill in. */
export const GAP = '[…]';

const NEARBY = 300;

/** True if nothing but other marks stands on the line beside what is from `start` to `end`. */
export function isAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - NEARBY), start);
  const after = text.slice(end, end + NEARBY);
  const line = before.slice(before.lastIndexOf('\n') + 1) + after.slice(0, (after + '\n').indexOf('\n'));
  return !/[\p{L}\p{N}]/u.test(line.replaceAll(/\{[%{][^{}]{0,300}[%}]\}|<[^<>]{0,300}>/gu, ''));
}
