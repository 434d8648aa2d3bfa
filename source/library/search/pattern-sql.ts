import type {Body} from '../../domain/article/article.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Query} from '../../domain/query/query.ts';
import {unpack} from '../file/compression.ts';
import type {Database} from '../file/database.ts';
import type {Value} from '../file/sqlite.ts';
import {indexText} from '../ingest/index-text.ts';
import {compilePattern} from './pattern-engine.ts';
import type {Pattern} from './pattern-engine.ts';

type PatternQuery = Extract<Query, {kind: 'pattern'}>;

/** Characters of bodies that one query may look through: about a second. */
export const MOST_TEXT = 20_000_000;

/** Patterns that statements name by number, the latest last. */
const KEPT = 64;
const patterns = new Map<number, {pattern: Pattern; left: number}>();
let last = 0;

/** The condition on `entry e` of a pattern; bodies are looked at last, where nothing else decides. */
export function patternToSql(
  database: Database,
  {field, source, isCaseless}: PatternQuery,
): {where: string; values: readonly Value[]} {
  const number = keep(compilePattern(source, isCaseless));
  database.define('matches', (of, text) => Number(found(of, text)));
  database.define('matches_body', (of, format, content) => Number(foundInBody(of, format, content)));
  const where = CONDITIONS[field];
  return {where, values: Array.from(where.matchAll(/\?/gu), () => number)};
}

const ARTICLE = 'EXISTS (SELECT 1 FROM article a WHERE a.key = e.key AND';
const ANY_TAG =
  '(EXISTS (SELECT 1 FROM json_each(a.tags) WHERE matches(?, value)) OR matches(?, a.category) OR EXISTS (SELECT 1 FROM own_tag t WHERE t.key = e.key AND matches(?, t.name)))';

const CONDITIONS: Readonly<Record<PatternQuery['field'], string>> = {
  title: `${ARTICLE} matches(?, a.title))`,
  url: `${ARTICLE} matches(?, a.url))`,
  category: `${ARTICLE} matches(?, a.category))`,
  author: `${ARTICLE} EXISTS (SELECT 1 FROM json_each(a.authors) WHERE matches(?, value ->> 'name')))`,
  tag: `${ARTICLE} ${ANY_TAG})`,
  text: 'EXISTS (SELECT 1 FROM body b WHERE b.key = e.key AND matches_body(?, b.format, b.content))',
};

function keep(pattern: Pattern): number {
  patterns.set(++last, {pattern, left: MOST_TEXT});
  patterns.delete(last - KEPT);
  return last;
}

function found(number: unknown, text: unknown): boolean {
  return typeof text === 'string' && patterns.get(Number(number))?.pattern.test(text) === true;
}

function foundInBody(number: unknown, format: unknown, content: unknown): boolean {
  const one = patterns.get(Number(number));
  const text = content instanceof Uint8Array ? unpack(content) : undefined;
  if (!one || text === undefined) return false;
  one.left -= text.length;
  if (one.left < 0) throw tooMuch();
  return one.pattern.test(indexText({format: format as Body['format'], content: text}));
}

function tooMuch(): ProblemError {
  return new ProblemError({
    kind: 'too-large',
    message: `A pattern looks through at most ${MOST_TEXT / 1_000_000} million characters of text, and there are more.`,
    advice: 'Narrow the query: with since:30d, in: or a word of the title.',
  });
}
