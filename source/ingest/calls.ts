import type {Article, Body} from '../domain/article/article.ts';
import type {Leaving} from '../domain/newsletter/leaving.ts';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {
  AccountTest,
  FoundServer,
  Opening,
  RoundMoved,
  RoundResult,
  RoundWish,
} from '../domain/sync/account.ts';
import type {Rule, RuleResult} from '../domain/rule/rule.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Speeds} from '../domain/article/reading-time.ts';
import type {CachedFeed, CachedItems} from '../domain/state-line.ts';
import type {TakenIn} from '../domain/article/refreshed.ts';
import type {
  Asked,
  Fetched,
  Followed,
  Secret,
  Source,
  SourceSettings,
  WatchedMail,
} from '../domain/publication/source.ts';

/** The worker's calls; arguments and results can be sent between threads. */
export type Calls = {
  open: (source: Asked) => Fetched;
  readText: (location: string) => string;
  newsboatFeeds: (path: string) => readonly CachedFeed[];
  newsboatItems: (path: string, publication: string, items: readonly number[], rank: number) => CachedItems;
  openPage: (location: string) => {article: Article; body: Body; publication: Publication};
  complete: (
    article: Article,
    body: Body,
    publication: Pick<Publication, 'location' | 'isPrivate'> | undefined,
  ) => Body;
  leaving: (location: string, secret?: Secret) => Leaving | undefined;
  toMarkdown: (body: Body) => string;
  findNewsletter: (publication: Publication, page?: string) => Newsletter | undefined;
  ingestSource: (source: Source) => TakenIn;
  bring: (source: Source) => Brought;
  follow: (location: string, how: FollowHow) => Followed;
  runRules: (rules: readonly Rule[], forRun: number) => readonly RuleResult[];
  /** Ends with the connection; `moved` tells of new mail. */
  watchMail: (source: WatchedMail) => void;
  maintain: (retention: {keepDays?: number}) => void;
  sync: (opening: Opening, wish: RoundWish) => RoundResult;
  findServer: (typed: string, how: {hasUser: boolean}) => FoundServer;
  testAccount: (opening: Opening) => AccountTest;
};

/**
 * A small source is brought, prepared, for the asking thread to keep; a large one has been kept, part by
 * part.
 */
export type Brought = Readonly<{kind: 'prepared'; fetched: Fetched} | {kind: 'kept'; taken: TakenIn}>;

export type FollowHow = Readonly<{
  isListed: boolean;
  settings?: SourceSettings;
  folder?: string;
  secret?: Secret;
}>;

export type CallName = keyof Calls;

/** To the other thread. */
export type Order =
  | {
      kind: 'call';
      id: number;
      name: CallName;
      given: readonly unknown[];
      /** Files or letters that a thread was lost with; the source is read without them. */
      leftOut?: readonly string[];
    }
  | {kind: 'abort'; id: number}
  /** Calls that fetch are soon to come. */
  | {kind: 'prepare'};

/** From the other thread. */
export type Report =
  /** Once in a while, as long as something is asked for. */
  | {kind: 'alive'}
  /** The worker is storing now, and reports nothing meanwhile. */
  | {kind: 'storing'}
  /** Something about the library that the reader must know. */
  | {kind: 'notice'; problem: Problem}
  /** Progress of a call; a watch has none to name. */
  | {kind: 'moved'; id: number; moved?: RoundMoved}
  /** The file or letter that is read now. */
  | {kind: 'item'; id: number; name: string | undefined}
  | {kind: 'done'; id: number; value: unknown}
  | {kind: 'failed'; id: number; problem: Problem};

/** Settings of the worker. */
export type Setup = Readonly<{
  /** The library's file. */
  library: string;
  isOffline: boolean;
  userAgent: string;
  limits: Readonly<{bytes: number; items: number; depth: number; seconds: number; redirects: number}>;
  speeds: Speeds;
  /** The folder of the compile cache. */
  cache?: string;
}>;
