import {ProblemError} from '../../domain/problem.ts';
import type {ArticleState, Query, TextField, When} from '../../domain/query/query.ts';
import {parseQuery} from '../../domain/query/query-parse.ts';
import type {Database} from '../file/database.ts';
import {fold} from './fold.ts';
import {firstKeyOf} from '../listing/keys.ts';
import type {Value} from '../file/sqlite.ts';
import {patternToSql} from './pattern-sql.ts';
import {toMatch} from './terms.ts';

/** A query for the database: FTS5 expressions that must and must not match, and conditions on `entry e`. */
export type Conditions = Readonly<{
  match?: string;
  without: readonly string[];
  where: readonly string[];
  values: readonly Value[];
}>;

type Part = Readonly<{match: string}> | Readonly<{where: string; values: readonly Value[]}>;

export function parsed(text: string): Query {
  const result = parseQuery(text);
  if (result.ok) return result.query;
  const {message, offset} = result.error;
  throw new ProblemError({
    kind: 'malformed',
    message,
    advice: `Look at character ${offset + 1} of “${text}”.`,
  });
}

export function queryToSql(database: Database, query: Query): Conditions {
  const must: Part[] = [];
  const without: string[] = [];
  for (const of of query.kind === 'and' ? query.of : [query]) {
    const refused = of.kind === 'not' ? compiled(database, of.of) : undefined;
    const part = refused && 'match' in refused ? undefined : compiled(database, of);
    if (refused && 'match' in refused) without.push(refused.match);
    else if (part) must.push(part);
  }
  return {...both(must), without};
}

/** Feeds call a tag what readers call a category, and the other way round: a tag is looked for in both. */
const COLUMNS: Readonly<Record<TextField, string>> = {
  title: 'title',
  author: 'author',
  tag: '{tag category}',
  category: 'category',
  text: '{excerpt body}',
};

/** `undefined`: says nothing (a dash alone), so it neither finds nor excludes. */
function compiled(database: Database, query: Query): Part | undefined {
  switch (query.kind) {
    case 'text': {
      const match = toMatch(
        query.text,
        query.isPhrase ? 'phrase' : query.field || query.text.endsWith('*') ? 'beginning' : 'word',
      );
      const own = query.field === 'tag' ? ownTagsLike(database, query.text) : [];
      if (own.length > 0) return eitherTag(own, match);
      return match === undefined
        ? undefined
        : {match: `${query.field === undefined ? '' : `${COLUMNS[query.field]} : `}${match}`};
    }
    case 'address': {
      return {
        where: 'EXISTS (SELECT 1 FROM article a WHERE a.key = e.key AND instr(lower(a.url), lower(?)) > 0)',
        values: [query.text],
      };
    }
    case 'pattern': {
      return patternToSql(database, query);
    }
    case 'publication': {
      return {
        where: `e.publication IN (${publicationsOf(database, query.field, query.text).join(',')})`,
        values: [],
      };
    }
    case 'is': {
      return {where: STATE_CONDITIONS[query.state], values: []};
    }
    case 'minutes': {
      return {where: 'e.minutes BETWEEN ? AND ?', values: [query.least, Math.min(query.most, 1e9)]};
    }
    case 'since': {
      return {where: 'e.key >= ?', values: [keyAt(database, query.when)]};
    }
    case 'before': {
      return {where: 'e.key < ?', values: [keyAt(database, query.when)]};
    }
    case 'not': {
      const part = compiled(database, query.of);
      if (!part) return undefined;
      const {where, values} = onEntry(part);
      return {where: `NOT (${where})`, values};
    }
    case 'and': {
      const parts = query.of.flatMap(of => compiled(database, of) ?? []);
      if (parts.length === 0) return undefined;
      const {match, where, values} = both(parts);
      if (where.length === 0 && match !== undefined) return {match};
      const all = match === undefined ? [] : [onEntry({match})];
      return {
        where: [...all.map(part => part.where), ...where].join(' AND '),
        values: [...all.flatMap(part => part.values), ...values],
      };
    }
    case 'or': {
      const parts = query.of.flatMap(of => compiled(database, of) ?? []);
      if (parts.length === 0) return undefined;
      const matches = parts.flatMap(part => ('match' in part ? [part.match] : []));
      if (matches.length === parts.length) return {match: matches.map(match => `(${match})`).join(' OR ')};
      const sides = parts.map(onEntry);
      return {
        where: `(${sides.map(({where}) => `(${where})`).join(' OR ')})`,
        values: sides.flatMap(({values}) => values),
      };
    }
  }
}

/** The reader's own tags that a word finds: this one, and from three letters on those that begin so. */
function ownTagsLike(database: Database, text: string): readonly string[] {
  const wanted = fold(text.trim().replace(/^#|\*$/gu, ''));
  return database
    .all<{name: string}>('SELECT DISTINCT name FROM own_tag')
    .map(({name}) => name)
    .filter(name => fold(name) === wanted || (wanted.length > 2 && fold(name).startsWith(wanted)));
}

/** Tags of the reader's own, or of the source. */
function eitherTag(own: readonly string[], match: string | undefined): Part {
  const mine = 'e.key IN (SELECT key FROM own_tag WHERE name IN (SELECT value FROM json_each(?)))';
  const values = [JSON.stringify(own)];
  if (match === undefined) return {where: mine, values};
  const theirs = onEntry({match: `${COLUMNS.tag} : ${match}`});
  return {where: `(${mine} OR ${theirs.where})`, values: [...values, ...theirs.values]};
}

/** Parts that must all hold: what the full-text index can decide is decided there, at once. */
function both(parts: readonly Part[]): {match?: string; where: string[]; values: Value[]} {
  const matches = parts.flatMap(part => ('match' in part ? [part.match] : []));
  // SQLite asks in this order, and bodies are to be read only where all else holds.
  const others = parts
    .flatMap(part => ('match' in part ? [] : [part]))
    .toSorted((one, other) => Number(readsBodies(one)) - Number(readsBodies(other)));
  return {
    ...(matches.length > 0 && {match: matches.map(match => `(${match})`).join(' AND ')}),
    where: others.map(({where}) => where),
    values: others.flatMap(({values}) => values),
  };
}

function readsBodies({where}: {where: string}): boolean {
  return where.includes('matches_body');
}

function onEntry(part: Part): {where: string; values: readonly Value[]} {
  return 'match' in part
    ? {where: 'e.key IN (SELECT rowid FROM term WHERE term MATCH ?)', values: [part.match]}
    : part;
}

const STATE_CONDITIONS: Readonly<Record<ArticleState, string>> = {
  unread: 'e.is_read = 0',
  read: 'e.is_read = 1',
  starred: 'e.is_starred = 1',
  started: '(e.progress > 0 AND e.progress < 0.95 AND e.is_read = 0)',
  partial: 'e.is_partial = 1',
  hidden: 'e.is_hidden = 1',
  new: 'e.added_at > (SELECT visit_before FROM state)',
};

function keyAt(database: Database, when: When): number {
  return firstKeyOf(when.kind === 'at' ? Date.parse(when.at) / 1000 : database.now() / 1000 - when.seconds);
}

/** Publications by a part of their title or folder, or by language ("de" is also "de-AT"). */
function publicationsOf(database: Database, field: 'in' | 'lang', text: string): number[] {
  const wanted = fold(text.trim());
  const all = database.all<{
    n: number;
    title: string;
    name: string | null;
    folder: string | null;
    language: string | null;
  }>("SELECT n, title, settings ->> 'name' name, folder, language FROM publication");
  return all
    .filter(({title, name, folder, language}) =>
      field === 'in'
        ? fold(name ?? title).includes(wanted) || fold(folder ?? '').includes(wanted)
        : fold(language ?? '') === wanted || fold(language ?? '').startsWith(`${wanted}-`),
    )
    .map(({n}) => n);
}
