import {editDistance} from '../email/edit-distance.ts';
import {QuerySyntaxError, STATES} from './query.ts';
import type {ArticleState, Query, TextField} from './query.ts';
import {readPattern, refuseOpenPattern} from './query-pattern.ts';
import type {PatternField} from './query-pattern.ts';
import {parseMinutes, parseWhen} from './query-values.ts';
import type {QueryToken} from './query-tokens.ts';

export type QueryField = Readonly<{
  name: string;
  /** One sentence, for completion and for the documents. */
  about: string;
  example: string;
  /** The values of a field with a fixed list. */
  values?: readonly string[];
  /** It takes a pattern, too, in this field. */
  pattern?: PatternField;
  read: (value: string, token: QueryToken) => Query;
}>;

/** Every field of the language, in the order in which it is offered. */
export const QUERY_FIELDS: readonly QueryField[] = [
  {
    name: 'is',
    about: 'What you did with it, or what it is',
    example: 'is:unread',
    values: STATES,
    read: readState,
  },
  textField('author', 'A name among the authors', 'author:lindqvist'),
  textField('tag', 'A tag, also your own, or category', 'tag:databases'),
  textField('category', 'The category', 'category:engineering'),
  textField('title', 'A word of the title', 'title:cache'),
  textField('text', 'A word of the text', 'text:latency'),
  {
    name: 'url',
    about: 'A part of the address',
    example: 'url:example.com',
    pattern: 'url',
    read: text => ({kind: 'address', text}),
  },
  {
    name: 'in',
    about: 'A publication or a folder',
    example: 'in:journal',
    read: text => ({kind: 'publication', field: 'in', text}),
  },
  {
    name: 'lang',
    about: 'The publication’s language',
    example: 'lang:de',
    read: text => ({kind: 'publication', field: 'lang', text}),
  },
  {name: 'read', about: 'Read time', example: 'read:<5m', values: ['<5m', '>10m'], read: readMinutes},
  {
    name: 'since',
    about: 'Published since',
    example: 'since:7d',
    values: ['1d', '7d', '30d'],
    read: (_, token) => ({kind: 'since', when: parseWhen(token)}),
  },
  {
    name: 'before',
    about: 'Published before',
    example: 'before:2026-01-01',
    read: (_, token) => ({kind: 'before', when: parseWhen(token)}),
  },
];

/** The part of a query that a field with its value stands for. */
export function readField(token: QueryToken): Query {
  const field = QUERY_FIELDS.find(({name}) => name === token.field);
  if (field && token.kind === 'pattern') return patternOf(field, token);
  if (field) return field.read(token.text, token);
  const name = token.field ?? '';
  const suggestion = nearest(
    name,
    QUERY_FIELDS.map(one => one.name),
  );
  throw new QuerySyntaxError({
    message: `There is no “${name}:”${suggestion === undefined ? ' to search by.' : `; did you mean “${suggestion}:”?`}`,
    offset: token.offset,
    length: name.length + 1,
    ...(suggestion !== undefined && {suggestion: `${suggestion}:`}),
  });
}

function textField(name: TextField, about: string, example: string): QueryField {
  return {
    name,
    about,
    example,
    pattern: name,
    read(text, token) {
      refuseOpenPattern(token);
      return {kind: 'text', text, isPhrase: token.isQuoted, field: name};
    },
  };
}

function patternOf(field: QueryField, token: QueryToken): Query {
  if (field.pattern !== undefined) return readPattern(field.pattern, token);
  const names = QUERY_FIELDS.flatMap(({name, pattern}) => (pattern === undefined ? [] : [`${name}:`]));
  throw new QuerySyntaxError({
    message: `“${field.name}:” takes no pattern; ${names.slice(0, -1).join(', ')} and ${names.at(-1)} do.`,
    offset: token.offset,
    length: token.length,
  });
}

function readState(value: string, token: QueryToken): Query {
  const state = STATES.find(one => one === value.toLowerCase());
  if (state) return {kind: 'is', state};
  const suggestion = nearest<ArticleState>(value.toLowerCase(), STATES);
  throw new QuerySyntaxError({
    message: `“is:” knows ${STATES.slice(0, -1).join(', ')} and ${STATES.at(-1)}, not “${value}”.`,
    offset: token.offset + 'is:'.length,
    length: Math.max(1, token.length - 'is:'.length),
    ...(suggestion !== undefined && {suggestion}),
  });
}

function readMinutes(_: string, token: QueryToken): Query {
  return {kind: 'minutes', ...parseMinutes(token)};
}

/** The candidate that starts alike or is at most two letters off. */
function nearest<Name extends string>(word: string, names: readonly Name[]): Name | undefined {
  if (word.length < 2) return undefined;
  const near = names.map(name => ({name, cost: name.startsWith(word) ? 0 : editDistance(word, name)}));
  return near
    .filter(({name, cost}) => cost <= Math.min(2, name.length - 1))
    .sort((a, b) => a.cost - b.cost)[0]?.name;
}
