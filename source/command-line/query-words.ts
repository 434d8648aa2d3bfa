import {QUERY_FIELDS} from '../domain/query/query-fields.ts';
import type {Suggestion} from './suggestion.ts';

/** What a query may be made of, for completions. */
export const QUERY_WORDS: readonly Suggestion[] = QUERY_FIELDS.flatMap(({name, about, values}) =>
  values ? values.map(value => ({word: `${name}:${value}`, about})) : [{word: `${name}:`, about}],
);
