import {hash} from 'node:crypto';
import type {Article, Body} from '../../domain/article/article.ts';
import type {Fetched, FetchedArticle, Prepared} from '../../domain/publication/source.ts';
import {pack} from '../file/compression.ts';
import type {Database} from '../file/database.ts';
import {termsOf} from './index-article.ts';
import {recognise} from './recognise.ts';

type Made = NonNullable<Prepared['made']>;

/**
 * An article on its way in. What takes long to make of it is made once, and best before the library is
 * locked.
 */
export class Incoming {
  readonly article: Article;
  readonly body: Body;
  readonly guid: string | undefined;
  /** Tells an edited article from the same one, whatever its place. */
  readonly fingerprint: string;
  #made: Made | undefined;

  constructor({article, body, guid, prepared}: FetchedArticle) {
    this.guid = guid;
    this.article = article;
    this.body = body;
    this.fingerprint = prepared?.fingerprint ?? fingerprintOf(article, body);
    this.#made = prepared?.made;
  }

  get made(): Made {
    const {article, body} = this;
    return (this.#made ??= {
      hasText: body.content !== '',
      packed: pack(body.content),
      terms: termsOf(article, body),
    });
  }
}

/** Makes, of those that are new or have changed, what keeping them takes. */
export function prepareAll(database: Database, batch: readonly Incoming[]): void {
  const known = knownFingerprints(database, batch);
  for (const one of batch) if (known.get(one.article.id) !== one.fingerprint) void one.made;
}

/**
 * The same for a thread that keeps nothing itself: what was fetched, with all that another needs to keep it.
 */
export function prepare(database: Database, fetched: Fetched): Fetched {
  if (fetched.kind === 'unchanged') return fetched;
  const recognised = recognise(database, fetched);
  const batch = recognised.map(one => new Incoming(one));
  const known = knownFingerprints(database, batch);
  const articles = batch.map((one): FetchedArticle => {
    const {article, body, fingerprint, guid} = one;
    const named = {article, ...(guid !== undefined && {guid})};
    // Should it be gone when it is to be kept, it is kept anew.
    if (known.get(article.id) === fingerprint) return {...named, body, prepared: {fingerprint}};
    return {...named, body: {...body, content: ''}, prepared: {fingerprint, made: one.made}};
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
