import {parseQuery} from './query-parse.ts';

/** The fault of a query as the end of a sentence; undefined if there is none. */
export function faultOfQuery(text: string): string | undefined {
  const parsed = parseQuery(text);
  return parsed.ok ? undefined : parsed.error.message.replace(/\.$/u, '');
}
