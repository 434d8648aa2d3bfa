import type {ArticleWithBody, Body} from '../domain/article/article.ts';
import type {TagChange} from '../domain/article/own-tag.ts';
import type {Newsletter} from '../domain/newsletter/newsletter.ts';
import type {Signup, SignupChange} from '../domain/newsletter/signup.ts';
import type {ActChoice, PastAct} from '../domain/past-act.ts';
import type {Position} from '../domain/page/page.ts';
import type {Problem} from '../domain/problem.ts';
import type {Arrangement} from '../domain/publication/own-settings.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Errand, Rule, RuleResult} from '../domain/rule/rule.ts';
import type {FetchedSource, Fetched, Source, SourceSettings} from '../domain/publication/source.ts';
import type {
  ArticleRow,
  ListPart,
  ListWindow,
  PublicationRow,
  SearchHit,
  Snippet,
  View,
} from '../domain/query/view.ts';
import type {Imported, StateLine} from '../domain/state-line.ts';

/*
 * The memory between runs, as small ports. All are synchronous: each call is one short transaction or an
 * indexed read. Failures are ProblemErrors (domain/problem.ts).
 */

export type Library = Reading & Marks & Rules & Subscriptions & Storage & Maintenance;

/** Reads lists, articles and their texts. */
export interface Reading {
  /** Several reads that see one and the same state, whoever writes meanwhile. */
  together<Result>(read: () => Result): Result;
  /** Followed publications in the reader's order, then those opened for this run. */
  publications(): readonly PublicationRow[];
  publication(id: string): PublicationRow | undefined;
  /** Rows of a view from `offset`; the cost depends neither on the offset nor on the size of the library. */
  window(view: View, offset: number, count: number): ListWindow;
  /** Loads what ranks the hits of a filter; resolves to true the first time. */
  loadRanker(): Promise<boolean>;
  /** Loads what a filter searches, so that its first letters are answered sooner. */
  prepareFilter(): void;
  /** The row number of an article in a view. */
  indexOf(view: View, articleId: string): number | undefined;
  /** The next unread article of a view after this one, or before it, wrapping once. */
  nextUnread(view: View, afterId: string | undefined, isBackwards?: boolean): ArticleRow | undefined;
  article(id: string): ArticleRow | undefined;
  articleByUrl(url: string): ArticleRow | undefined;
  /** The publication's own choice first, then shared tags, author and similar text. */
  related(id: string, limit: number): readonly ArticleRow[];
  /** Full-text search of the whole library, hidden and unfollowed publications included. */
  search(query: string, limit: number): readonly SearchHit[];
  /** The line of an article that matches a query; undefined where the query has no words or is invalid. */
  snippet(query: string, articleId: string): Snippet | undefined;
  body(id: string): Body | undefined;
  /** The Markdown stored when the article was first opened. */
  markdown(id: string): string | undefined;
}

/** Changes what the reader did with articles. Marks can be undone; positions can't. */
export interface Marks {
  /** `isByReading`: nobody asked for it, so it holds for this run alone where nothing can be stored. */
  mark(ids: readonly string[], change: {isRead?: boolean; isStarred?: boolean; isByReading?: boolean}): void;
  /** Adds and removes the reader's own tags; returns how many articles changed. */
  tag(ids: readonly string[], change: TagChange): number;
  /** The reader's own tags by name, with the number of their articles. */
  tags(): readonly {name: string; count: number}[];
  /**
   * Marks the unread articles of a view, or of a part of it, and returns how many. Large views are marked in
   * parts: see `goOn`.
   */
  markAllRead(view: View, part?: ListPart): number;
  /** Undoes the last act, or a chosen one, and returns its description. */
  undo(choice?: ActChoice): {description: string; ids: readonly string[]} | undefined;
  /** The same; a large one in parts: see `goOn`. */
  undoInParts(choice?: ActChoice): {description: string} | undefined;
  /** Acts that can be undone, the newest first. */
  acts(): readonly PastAct[];
  /**
   * Does the next part of a large act and returns true while more remain. The next act and `close` finish it
   * too.
   */
  goOn(): boolean;
  keepPosition(id: string, position: Position, progress: number): void;
  /** Starts a visit: articles that arrived since the last one match `is:new`. */
  beginVisit(): void;
}

/** The reader's rules. They are tried on each article once, when it comes in. */
export interface Rules {
  rules(): readonly Rule[];
  /**
   * Keeps the rules of the preferences, and those that stand for settings. With a description it is an act,
   * which can be undone.
   */
  keepRules(rules: readonly Rule[], how?: {description?: string; hooks?: readonly Rule[]}): void;
  /** Runs rules over all that is followed: one act. Nobody is told of anything, and nothing is run. */
  runRules(rules: readonly Rule[], forRun?: number): readonly RuleResult[];
  /** The number of this run, for another thread that acts for it. */
  runNumber(): number;
  /** The same, and nothing is changed. */
  testRules(rules: readonly Rule[]): readonly RuleResult[];
  /** Rules want something done. */
  hasErrands(): boolean;
  /** Takes what rules want done: whoever takes it does it, once. */
  takeErrands(): readonly Errand[];
}

export type FollowOptions = Readonly<{
  /** true: followed from now on; false: opened for this run. */
  isListed: boolean;
  settings?: SourceSettings;
  folder?: string;
  /** The preferences name it, so each run follows it again. */
  isConfigured?: boolean;
  /** True if it was just found at a private address, by somebody who typed it. */
  isPrivate?: boolean;
}>;

/** Sources, their order, saved searches and newsletter sign-ups. */
export interface Subscriptions {
  sources(): readonly Source[];
  source(publicationId: string): Source | undefined;
  follow(location: string, options: FollowOptions): Source;
  /** Follows many in one transaction: all or none. */
  followAll(sources: readonly ({location: string} & FollowOptions)[]): void;
  /** Stops following; can be undone. */
  unfollow(publicationId: string): void;
  arrange(publicationId: string, change: Arrangement): void;
  /** Sets the reader's own order of publications. */
  reorder(publicationIds: readonly string[]): void;
  savedQueries(): readonly {name: string; query: string}[];
  /** Without a query the name is deleted. */
  saveQuery(name: string, query: string | undefined): void;
  signups(): readonly Signup[];
  recordSignup(signup: Omit<Signup, 'id' | 'at'>): Signup;
  updateSignup(id: number, change: SignupChange): void;
  forgetSignup(id: number): void;
}

/** Stores what was fetched. */
export interface Storage {
  /** Stores publication, articles, bodies, index and validators in one transaction. */
  store(publicationId: string, fetched: Fetched): {added: number; changed: number};
  /** Stores several small sources in one transaction: all or none, and quicker. */
  storeAll(all: readonly FetchedSource[]): readonly {added: number; changed: number}[];
  /** True if a feed from another address is still the publication that is followed. */
  isSamePublication(publicationId: string, fetched: Extract<Fetched, {kind: 'loaded'}>): boolean;
  /** Prepares a fetched source for storing, in whichever thread has time. */
  prepare(fetched: Fetched): Fetched;
  /** Stores one article that was opened by its address. */
  storeArticle(article: ArticleWithBody, publication: Publication): void;
  /** Stores converted Markdown, and the counts of the whole text when a teaser was completed. */
  keepMarkdown(id: string, markdown: string, whole?: {words: number; minutes: number}): void;
  noteFailure(publicationId: string, problem: Problem, dueAt?: string): void;
  /** Stores what was found about a publication's newsletter. */
  keepNewsletter(publicationId: string, newsletter: Newsletter | undefined): void;
}

/** The file itself: export, backup, pruning, locks. */
export interface Maintenance {
  /** Everything as lines of JSON; `importState` reads the same. Import never overwrites what is there. */
  exportState(): Iterable<StateLine>;
  importState(lines: Iterable<StateLine>): Imported;
  /**
   * Deletes old read articles that have left their source; never starred, tagged, unread or half-read ones.
   */
  prune(retention: {keepDays?: number}): number;
  /** Backs up the library file once a day. */
  keepCopy(): void;
  /** For idle moments after a refresh: prunes, continues indexing, backs up once a day. */
  maintain(retention?: {keepDays?: number}): void;
  /** Writes recent changes to the library's own file. About 10 ms: for idle moments. */
  settle(): void;
  /**
   * Milliseconds that a change waits while another process is writing, before it fails as `busy` with nothing
   * done. Initially ten seconds.
   */
  patience(milliseconds: number): void;
  /** Runs work of a part of the library that is loaded on its own (library/sync). */
  inside<Result>(work: (database: never) => Result): Result;
  /** The library's file; undefined for a library in memory. */
  file(): string | undefined;
  /**
   * Why nothing is stored: the file can't be written. Reading goes on in memory; every other change throws
   * this.
   */
  refusal(): Problem | undefined;
  /** Grows with every change made by any process. */
  version(): number;
  close(): void;
}
