import type {Instant} from '../article/article.ts';

/*
 * The one language for finding articles: in the list's search, in `--query`, in saved queries. Here it
 * becomes a tree; what the tree means is in `domain/query-fields.ts` for people and in the library for the
 * database.
 */

export const STATES = ['unread', 'read', 'starred', 'started', 'partial', 'new', 'hidden'] as const;
export type ArticleState = (typeof STATES)[number];

export type TextField = 'title' | 'author' | 'tag' | 'category' | 'text';
export type PublicationField = 'in' | 'lang';

export type Query =
  /**
   * A word; a phrase (words in this order). In a field, and with a star behind it, a word's beginning is
   * enough.
   */
  | Readonly<{kind: 'text'; text: string; isPhrase: boolean; field?: TextField}>
  /** A part of the address. */
  | Readonly<{kind: 'address'; text: string}>
  | Readonly<{kind: 'pattern'; field: TextField | 'url'; source: string; isCaseless: boolean}>
  | Readonly<{kind: 'publication'; field: PublicationField; text: string}>
  | Readonly<{kind: 'is'; state: ArticleState}>
  /** Read time in whole minutes, both ends included. */
  | Readonly<{kind: 'minutes'; least: number; most: number}>
  /** Published in [since, before). */
  | Readonly<{kind: 'since' | 'before'; when: When}>
  | Readonly<{kind: 'not'; of: Query}>
  | Readonly<{kind: 'and' | 'or'; of: readonly Query[]}>;

export type When = Readonly<{kind: 'ago'; seconds: number}> | Readonly<{kind: 'at'; at: Instant}>;

/** The fault of a query and its place: [offset, offset + length) in UTF-16 units of its text. */
export type QueryError = Readonly<{message: string; offset: number; length: number; suggestion?: string}>;

export type ParsedQuery = Readonly<{ok: true; query: Query}> | Readonly<{ok: false; error: QueryError}>;

/** Carries a QueryError out of the depths of the parser. */
export class QuerySyntaxError extends Error {
  override name = 'QuerySyntaxError';
  readonly error: QueryError;

  constructor(error: QueryError) {
    super(error.message);
    this.error = error;
  }
}

/** Does it ask for articles that rules have hidden? All other queries leave them out. */
export function asksForHidden(query: Query): boolean {
  switch (query.kind) {
    case 'is': {
      return query.state === 'hidden';
    }
    case 'not': {
      return asksForHidden(query.of);
    }
    case 'and':
    case 'or': {
      return query.of.some(part => asksForHidden(part));
    }
    default: {
      return false;
    }
  }
}

/** Does this part of a query depend on what the reader did, and not only on the articles? */
export function dependsOnMarks(query: Query): boolean {
  switch (query.kind) {
    case 'is': {
      return query.state !== 'partial';
    }
    case 'not': {
      return dependsOnMarks(query.of);
    }
    case 'and':
    case 'or': {
      return query.of.some(part => dependsOnMarks(part));
    }
    default: {
      return false;
    }
  }
}
