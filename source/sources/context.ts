import type {Article, Body} from '../domain/article/article.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Speeds} from '../domain/article/reading-time.ts';
import type {Asked as Opened, Source} from '../domain/publication/source.ts';
import type {Http} from '../http/http.ts';

/** Things of a source that are read one by one: the files of a folder, the letters of a mailbox. */
export type Items = Readonly<{
  /** Tells which one is read now, so that the source can be read without it if the thread is lost with it. */
  begin: (name: string | undefined) => void;
  /** Those that a thread was lost with. */
  leftOut: readonly string[];
}>;

/** Said of such a thing that is left out. */
export const COSTS_TOO_MUCH = 'It takes too long, or too much memory, to read.';

export function leftOut(name: string): Problem {
  return {kind: 'too-large', message: `${name} was left out: ${COSTS_TOO_MUCH}`};
}

/** The means that the parts of this folder share. */
export type Surroundings = Readonly<{
  http: Http;
  limits: Readonly<{items: number; depth: number; /** Of one file. */ bytes?: number}>;
  /** Reading speeds; the usual figures if absent. */
  speeds?: Speeds;
  /** Milliseconds since the epoch. */
  now: () => number;
  signal: AbortSignal;
  items?: Items;
}>;

/** The same for what lies on this machine. */
export type Local = Omit<Surroundings, 'http'>;

/** A source as opening it needs it. */
export type Asked = Opened & Partial<Pick<Source, 'fetchedAt' | 'failures'>>;

export type PageArticle = Readonly<{article: Article; body: Body; publication: Publication}>;
