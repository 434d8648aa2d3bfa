import type {QueryError} from '../../domain/query/query.ts';
import {QuerySyntaxError} from '../../domain/query/query.ts';
import {QUERY_FIELDS} from '../../domain/query/query-fields.ts';
import {parseQuery} from '../../domain/query/query-parse.ts';
import {tokenizeQuery} from '../../domain/query/query-tokens.ts';
import type {QueryToken} from '../../domain/query/query-tokens.ts';
import type {View} from '../../domain/query/view.ts';

export type Searched = Readonly<{ok: true; view: View}> | Readonly<{ok: false; fault: QueryError}>;

/**
 * A list narrowed by what was typed: loose words are looked for in titles and names, fields and phrases are
 * the query language. Where "or" or parentheses join them, all of it is the language.
 */
export function searched(base: View, typed: string): Searched {
  const text = withoutBegunField(typed);
  const tokens = tokensOf(text);
  if ('fault' in tokens) return {ok: false, fault: tokens.fault};
  if (!tokens.list.some(({kind, isQuoted}) => kind === 'field' || kind === 'pattern' || isQuoted))
    return found(base, '', text);
  const parsed = parseQuery(text);
  if (!parsed.ok) return {ok: false, fault: parsed.error};
  if (tokens.list.some(({kind}) => kind === 'or' || kind === 'open')) return found(base, text, '');
  const isWord = ({kind, isQuoted}: QueryToken, index: number): boolean =>
    kind === 'text' && !isQuoted && tokens.list[index - 1]?.kind !== 'not';
  const pick = (wanted: boolean): string =>
    tokens.list
      .filter((token, index) => isWord(token, index) === wanted)
      .map(({offset, length, kind}) => text.slice(offset, offset + length) + (kind === 'not' ? '' : ' '))
      .join('')
      .trim();
  return found(base, pick(false), pick(true));
}

function found({filter: _, ...base}: View, query: string, filter: string): Searched {
  const joined = base.query !== '' && query !== '' ? `(${base.query}) ${query}` : base.query + query;
  return {ok: true, view: {...base, query: joined, ...(filter.trim() !== '' && {filter: filter.trim()})}};
}

/**
 * A search as a query that can be kept: what was looked for in titles and names still is, and where it was.
 */
export function keptQuery({query, filter = ''}: View, within?: string): string {
  const words = filter.split(/\s+/u).filter(word => word !== '');
  const inHeads = words.map(word => `(title:${valueOf(word)} or author:${valueOf(word)})`);
  const place = within === undefined ? [] : [`in:"${bare(within)}"`];
  const isAlone = inHeads.length + place.length === 0;
  return [query === '' || isAlone ? query : `(${query})`, ...inHeads, ...place].filter(Boolean).join(' ');
}

/** Quotes where something in the word means more than itself. */
function valueOf(word: string): string {
  return /^[\p{L}\p{N}]+$/u.test(word) ? word : `"${bare(word)}"`;
}

function bare(text: string): string {
  return text.replaceAll(/["“”]/gu, '');
}

/** "is:" is about to become a field: until its value is begun it says nothing. */
function withoutBegunField(text: string): string {
  const begun = /(?:^|\s)-?(\p{L}+):$/u.exec(text);
  const isField = QUERY_FIELDS.some(({name}) => name === begun?.[1]?.toLowerCase());
  return begun && isField ? text.slice(0, begun.index) : text;
}

function tokensOf(text: string): {list: readonly QueryToken[]} | {fault: QueryError} {
  try {
    return {list: tokenizeQuery(text)};
  } catch (error) {
    if (error instanceof QuerySyntaxError) return {fault: error.error};
    throw error;
  }
}
