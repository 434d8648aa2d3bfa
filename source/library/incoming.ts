import {hash} from 'node:crypto';
import type {Article, ArticleWithBody, Body} from '../domain/article.ts';
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

  constructor({article, body}: ArticleWithBody) {
    this.article = article;
    this.body = body;
    const {position: _, publicationId: __, ...rest} = article;
    this.fingerprint = hash('sha1', JSON.stringify([rest, body]), 'base64').slice(0, 20);
  }

  /** The body's content as it is kept. */
  get packed(): Uint8Array {
    return (this.#packed ??= pack(this.body.content));
  }

  /** What full-text search is given. */
  get terms(): readonly string[] {
    return (this.#terms ??= termsOf(this.article, this.body));
  }

  /** Makes it all, if the article is new or has changed. */
  prepare(database: Database): void {
    const {id} = this.article;
    if (database.has('SELECT 1 FROM article WHERE id = ? AND fingerprint = ?', id, this.fingerprint)) return;
    void this.packed;
    void this.terms;
  }
}
