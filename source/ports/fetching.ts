import type {Article, Body} from '../domain/article/article.ts';
import type {Refreshed} from '../domain/article/refreshed.ts';
import type {LeaveOutcome, Leaving} from '../domain/newsletter/leaving.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {
  AccountState,
  AccountTest,
  FoundServer,
  Opening,
  RoundMoved,
  RoundResult,
  RoundWish,
} from '../domain/sync/account.ts';
import type {Asked, Fetched, Followed, Secret, Source, WatchedMail} from '../domain/publication/source.ts';
import type {Rule, RuleResult} from '../domain/rule/rule.ts';
import type {CachedFeed, CachedItems} from '../domain/state-line.ts';
import type {FollowOptions} from './library.ts';

/** Reads sources and pages from the network or the disk; stores nothing. */
export interface Sources {
  /** Opens a feed, a site's API, a home page or a folder once. */
  open(source: Asked, signal: AbortSignal): Promise<Fetched>;
  /** Opens any web page or file as an article. */
  openPage(
    location: string,
    signal: AbortSignal,
  ): Promise<{article: Article; body: Body; publication: Publication}>;
  /**
   * Fetches the whole text of a teaser from its page. Pages on private addresses are fetched only on the host
   * of a publication that is on one itself.
   */
  complete(
    article: Article,
    body: Body,
    signal: AbortSignal,
    publication?: Pick<Publication, 'location' | 'isPrivate'>,
  ): Promise<Body>;
  /** Finds how to leave a newsletter whose letters lie in a mailbox. */
  leaving(location: string, secret?: Secret): Promise<Leaving | undefined>;
  toMarkdown(body: Body): Promise<string>;
  /** The text of a file or an address, by its own encoding. */
  readText(location: string, signal: AbortSignal): Promise<string>;
}

/** Reads newsboat's `cache.db` in parts, whatever its size. */
export interface NewsboatCache {
  feeds(path: string, signal: AbortSignal): Promise<readonly CachedFeed[]>;
  /** The articles of some items, as many as are read together; `rank` is the first one's in its feed. */
  items(
    path: string,
    publication: string,
    items: readonly number[],
    rank: number,
    signal: AbortSignal,
  ): Promise<CachedItems>;
}

/** Fetches into the library, in worker threads. */
export interface Ingest {
  /**
   * Fetches several sources at a time and reports each when it is stored or has failed; an aborted one is not
   * reported.
   */
  refresh(
    sources: readonly Source[],
    onRefreshed: (refreshed: Refreshed) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Opens a source and follows it. @throws ProblemError when it can't be opened; then it is not followed. */
  follow(
    location: string,
    options: FollowOptions & Readonly<{secret?: Secret}>,
    signal: AbortSignal,
  ): Promise<Followed>;
  /** Runs rules over all that is here, in the worker; the act is this run's. */
  runRules(rules: readonly Rule[]): Promise<readonly RuleResult[]>;
  /** Runs `Maintenance.maintain` in the worker. */
  maintain(retention: {keepDays?: number}): Promise<void>;
}

/** Accounts at servers. These are asked in a worker thread. */
export interface Sync {
  /** One round with the server of an account. What goes wrong on the way is in the result. */
  round(
    opening: Opening,
    wish: RoundWish,
    onMoved: (moved: RoundMoved) => void,
    signal: AbortSignal,
  ): Promise<RoundResult>;
  /** Finds the API from a site's address. */
  find(typed: string, how: {hasUser: boolean}, signal: AbortSignal): Promise<FoundServer>;
  /** Signs in and looks, and changes nothing. */
  test(opening: Opening, signal: AbortSignal): Promise<AccountTest>;
  /** The state of each account that was synced before. */
  states(): readonly AccountState[];
  /** Follows a feed that the next round adds at the server. */
  wish(account: string, location: string, options: Omit<FollowOptions, 'isListed'>): Source;
  /**
   * Forgets an account; returns how many feeds it had. They are fetched from their own sites then, or no
   * longer followed.
   */
  drop(account: string, keepsFeeds: boolean): number;
}

/** Waits for mail at IMAP folders, in a thread of its own. */
export interface MailWatch {
  /** Calls `onNews` when there is new mail. @throws ProblemError when the connection ends. */
  watch(source: WatchedMail, onNews: () => void, signal: AbortSignal): Promise<never>;
}

export interface Newsletters {
  /** Looks for a sign-up on the publication's home page; before that on a page that the reader named. */
  find(publication: Publication, signal: AbortSignal, page?: string): Promise<Newsletter | undefined>;
  /** Sends one POST at most. Never throws: a failure is an outcome. */
  subscribe(
    publication: Publication,
    newsletter: Newsletter,
    email: string,
    signal: AbortSignal,
  ): Promise<Outcome>;
  /**
   * Leaves by one POST where the letters offer that. Never throws: a failure is an outcome. `isKnown`: the
   * reader signed up at this host, so it may be a private one.
   */
  leave(leaving: Leaving, signal: AbortSignal, isKnown?: boolean): Promise<LeaveOutcome>;
}
