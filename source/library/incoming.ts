import {hash} from 'node:crypto';
import type {Article, Body} from '../domain/article.ts';
import type {Fetched, FetchedArticle, Prepared} from '../domain/source.ts';
import {pack} from './compression.ts';
import type {Database} from './database.ts';
import {termsOf} from './index-article.ts';

/** An article on its way in. What takes long to make of it is made once, and best before the library is locked. */
export class Incoming {
  readonly article: Article;
  readonly body: Body;
  /** Tells an edited article from the same one, whatever its place. */
  readonly fingerprint: string;
  #packed: Uint8Array | undefined;
  #terms: readonly string[] | undefined;

  constructor({article, body, prepared}: FetchedArticle) {
    this.article = article;
    this.body = body;
    this.fingerprint = prepared?.fingerprint ?? fingerprintOf(article, body);
    this.#packed = prepared?.packed;
    this.#terms = prepared?.terms;
  }

  /** The body's content as it is kept. */
  get packed(): Uint8Array {
    return (this.#packed ??= pack(this.body.content));
  }

  /** What full-text search is given. */
  get terms(): readonly string[] {
    return (this.#terms ??= termsOf(this.article, this.body));
  }

  prepared(): Prepared {
    return {fingerprint: this.fingerprint, packed: this.packed, terms: this.terms};
  }
}

/** Makes, of those that are new or have changed, what keeping them takes. */
export function prepareAll(database: Database, batch: readonly Incoming[]): void {
  const known = knownFingerprints(database, batch);
  for (const incoming of batch)
    if (known.get(incoming.article.id) !== incoming.fingerprint) incoming.prepared();
}

/** The same for a thread that keeps nothing itself: what was fetched, with all that another needs to keep it. */
export function prepare(database: Database, fetched: Fetched): Fetched {
  if (fetched.kind === 'unchanged') return fetched;
  const batch = fetched.articles.map(one => new Incoming(one));
  const known = knownFingerprints(database, batch);
  const articles = batch.map(one => {
    const {article, body, fingerprint} = one;
    const isSame = known.get(article.id) === fingerprint;
    return {article, body, prepared: isSame ? {fingerprint} : one.prepared()};
  });
  return {...fetched, articles};
}

function knownFingerprints(database: Database, batch: readonly Incoming[]): ReadonlyMap<string, string> {
  const rows = database.all<{id: string; fingerprint: string}>(
    'SELECT id, fingerprint FROM article WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(batch.map(({article}) => article.id)),
  );
  return new Map(rows.map(({id, fingerprint}) => [id, fingerprint]));
}

function fingerprintOf(article: Article, body: Body): string {
  const {position: _, publicationId: __, ...rest} = article;
  return hash('sha1', JSON.stringify([rest, body]), 'base64').slice(0, 20);
}
