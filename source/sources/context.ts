import type {Article, Body} from '../domain/article/article.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Speeds} from '../domain/article/reading-time.ts';
import type {Asked as Opened, Source} from '../domain/publication/source.ts';
import type {Http} from '../http/http.ts';

/** The means that the parts of this folder share. */
export type Surroundings = Readonly<{
  http: Http;
  limits: Readonly<{items: number; depth: number; /** Of one file. */ bytes?: number}>;
  /** Reading speeds; the usual figures if absent. */
  speeds?: Speeds;
  /** Milliseconds since the epoch. */
  now: () => number;
  signal: AbortSignal;
}>;

/** The same for what lies on this machine. */
export type Local = Omit<Surroundings, 'http'>;

/** A source as opening it needs it. */
export type Asked = Opened & Partial<Pick<Source, 'fetchedAt' | 'failures'>>;

export type PageArticle = Readonly<{article: Article; body: Body; publication: Publication}>;
