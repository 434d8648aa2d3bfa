import {parseQuery} from '../domain/query/query-parse.ts';
import {Misuse} from '../runtime/exit.ts';

/** Refuses a query that can't be understood before anything is fetched, and points at the word. */
export function checkQuery(query: string | undefined): void {
  const parsed = query === undefined ? undefined : parseQuery(query);
  if (!parsed || parsed.ok) return;
  const {length, message, offset} = parsed.error;
  const pointer = `${' '.repeat(offset)}${'^'.repeat(Math.max(1, length))}`;
  throw new Misuse(`${message}\n  ${query}\n  ${pointer}`, '\nTry "inkwell list --help".');
}
