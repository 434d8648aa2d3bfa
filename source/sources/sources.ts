import type {Article, Body} from '../domain/article/article.ts';
import type {Leaving} from '../domain/newsletter/leaving.ts';
import type {Speeds} from '../domain/article/reading-time.ts';
import type {Fetched, Secret} from '../domain/publication/source.ts';
import type {Http} from '../http/http.ts';
import type {Near} from './article/complete.ts';
import type {Asked, Items, PageArticle, Surroundings} from './context.ts';
import {toMarkdown} from './text/to-markdown.ts';

export type SourcesOptions = Readonly<{
  http: Http;
  limits?: Readonly<{items: number; depth: number}>;
  /** Reading speeds, for the read time. */
  speeds?: Speeds;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Of the call that a signal belongs to. */
  items?: (signal: AbortSignal) => Items | undefined;
}>;

/** The sources of articles. Every failure is thrown as a ProblemError. */
export type Sources = Readonly<{
  /** Opens a source once: feed, site API, home page, folder or file. */
  open(source: Asked, signal: AbortSignal): Promise<Fetched>;
  /** Any web page or file as an article. */
  openPage(location: string, signal: AbortSignal): Promise<PageArticle>;
  /**
   * The whole text of a teaser, from its page. A page on a private address is only asked where the
   * publication is on that host itself, and was private when it was added.
   */
  complete(article: Article, body: Body, signal: AbortSignal, publication?: Near): Promise<Body>;
  /** Finds how to leave a newsletter whose letters lie in a mailbox. */
  leaving(location: string, secret?: Secret): Promise<Leaving | undefined>;
  /** Body to Markdown. */
  toMarkdown(body: Body): Promise<string>;
  /** The text of a file or an address, by its own encoding. */
  readText(location: string, signal: AbortSignal): Promise<string>;
}>;

const LIMITS = {items: 20_000, depth: 256};

/** Parsers are loaded when the first document needs them: a folder needs no feeds, a feed no readability. */
export function createSources({
  http,
  limits = LIMITS,
  speeds,
  now = Date.now,
  items = () => undefined,
}: SourcesOptions): Sources {
  const around = (signal: AbortSignal): Surroundings => {
    const own = items(signal);
    return {http, limits, now, signal, ...(speeds && {speeds}), ...(own && {items: own})};
  };
  /** Of the publications that were opened in this run. */
  const opened = new Map<string, Near>();
  return {
    async open(source, signal) {
      const {openSource} = await import('./place/open-source.ts');
      const fetched = await openSource(source, around(signal));
      if (fetched.kind === 'loaded') opened.set(fetched.publication.id, fetched.publication);
      return fetched;
    },
    async openPage(location, signal) {
      const {openPage} = await import('./place/open-page.ts');
      return openPage(location, around(signal));
    },
    async complete(article, body, signal, publication) {
      const {complete} = await import('./article/complete.ts');
      return complete(article, body, publication ?? opened.get(article.publicationId), around(signal));
    },
    async leaving(location, secret) {
      const {findLeaving} = await import('./mail/find-leaving.ts');
      return findLeaving(location, secret);
    },
    toMarkdown,
    async readText(location, signal) {
      const {readText} = await import('./place/read-text.ts');
      return readText(location, around(signal));
    },
  };
}
