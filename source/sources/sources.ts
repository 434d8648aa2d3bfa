import type {Article, Body} from '../domain/article.ts';
import type {Publication} from '../domain/publication.ts';
import type {Fetched, Source} from '../domain/source.ts';
import type {Http} from '../http/http.ts';

export type SourcesOptions = Readonly<{
  http: Http;
  limits?: Readonly<{bytes: number; items: number; depth: number}>;
  /** Milliseconds since the epoch. */
  now?: () => number;
}>;

export type PageArticle = Readonly<{article: Article; body: Body; publication: Publication}>;

/** Where articles come from. Whatever fails throws a ProblemError. */
export type Sources = Readonly<{
  /** Opens a source once: feed, site API, home page, folder or file. */
  open(
    source: Pick<Source, 'location' | 'feedUrl' | 'settings' | 'validators'>,
    signal: AbortSignal,
  ): Promise<Fetched>;
  /** Any web page or file as an article. */
  openPage(location: string, signal: AbortSignal): Promise<PageArticle>;
  /** The whole text of a teaser, from its page. */
  complete(article: Article, body: Body, signal: AbortSignal, location?: string): Promise<Body>;
  /** Body to Markdown. */
  toMarkdown(body: Body): Promise<string>;
}>;

export function createSources(_options: SourcesOptions): Sources {
  const unbuilt = () => Promise.reject(new Error('not built yet'));
  return {open: unbuilt, openPage: unbuilt, complete: unbuilt, toMarkdown: unbuilt};
}
