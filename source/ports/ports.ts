import type {Article, ArticleWithBody, Body} from '../domain/article/article.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Cells, Pictured, Raster} from '../domain/page/picture.ts';
import type {Page, PageStyle, Position, Sheet} from '../domain/page/page.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Refreshed} from '../domain/article/refreshed.ts';
import type {Signup, SignupState} from '../domain/newsletter/signup.ts';
import type {Bringing, Fetched, Source, SourceSettings} from '../domain/publication/source.ts';
import type {Imported, StateLine} from '../domain/state-line.ts';
import type {ArticleRow, Found, ListWindow, PublicationRow, Snippet, View} from '../domain/query/view.ts';

export type {Signup, SignupState} from '../domain/newsletter/signup.ts';

/*
 * What the reader needs of the world. main.tsx and the commands give the real ones; nothing here imports them.
 * Whatever fails throws a ProblemError (domain/problem.ts).
 */

/** What we remember between runs. Synchronous: each call is one short transaction or an indexed read. */
export interface Library {
  // Reading lists
  /** Those that are followed, in the reader's order, then those that were opened for this run. */
  publications(): readonly PublicationRow[];
  publication(id: string): PublicationRow | undefined;
  /** Rows of a view from `offset`; costs the same wherever it is asked and however large the library. */
  window(view: View, offset: number, count: number): ListWindow;
  /** Reads ahead what a filter looks in, so that its letters are answered sooner. For a pause in typing. */
  prepareFilter(): void;
  /** The row number of an article in a view. */
  indexOf(view: View, articleId: string): number | undefined;
  /** The next unread article of a view after this one (wrapping once). */
  nextUnread(view: View, afterId: string | undefined): ArticleRow | undefined;
  article(id: string): ArticleRow | undefined;
  articleByUrl(url: string): ArticleRow | undefined;
  /** The publication's own choice first, then shared tags, author and likeness of text. */
  related(id: string, limit: number): readonly ArticleRow[];
  /** Full text over everything that is here (hidden and no longer followed too): few hits best first, many newest first. */
  search(query: string, limit: number): readonly Found[];
  /** Where in an article the words of a query stand; undefined where the query has no words, or is none. */
  snippet(query: string, articleId: string): Snippet | undefined;

  // Bodies
  body(id: string): Body | undefined;
  /** The Markdown that was kept when the article was first opened. */
  markdown(id: string): string | undefined;
  /** Keeps converted Markdown, and the counts of the whole text when a teaser was completed. */
  keepMarkdown(id: string, markdown: string, whole?: {words: number; minutes: number}): void;

  // Acts that can be undone
  mark(ids: readonly string[], change: {isRead?: boolean; isStarred?: boolean}): void;
  /** Marks every unread article of a view; returns how many. Of very many a part at once, and the others with `goOn`. */
  markAllRead(view: View): number;
  /** Takes the last act back and says what it was. */
  undo(): {description: string; ids: readonly string[]} | undefined;
  /** The same, of an act that concerns very many articles a part at once, and the others with `goOn`. */
  undoInParts(): {description: string} | undefined;
  /** Does a further part of such an act, and tells whether there is more. Closing and the next act finish it too. */
  goOn(): boolean;
  keepPosition(id: string, position: Position, progress: number): void;
  /** A reader sits down: what has come in since the last time is `is:new` from now on. */
  beginVisit(): void;

  // Sources
  sources(): readonly Source[];
  source(publicationId: string): Source | undefined;
  /** Begins to follow a source (listed: `add`; unlisted: opened for one run). */
  follow(location: string, options: {isListed: boolean; settings?: SourceSettings; folder?: string}): Source;
  /** The same for many, in one transaction: all or none. */
  followAll(
    sources: readonly {location: string; isListed: boolean; settings?: SourceSettings; folder?: string}[],
  ): void;
  /** Stops following; can be undone. */
  unfollow(publicationId: string): void;
  arrange(
    publicationId: string,
    change: {isHidden?: boolean; isMuted?: boolean; folder?: string; rank?: number; name?: string},
  ): void;
  /** Puts publications into the reader's own order. */
  reorder(publicationIds: readonly string[]): void;
  /** One transaction: publication, heads, bodies, index, validators. Returns how many articles are new. */
  store(publicationId: string, fetched: Fetched): {added: number; changed: number};
  /** The same for several small sources at once: all or nothing, and quicker. */
  storeAll(all: readonly Bringing[]): readonly {added: number; changed: number}[];
  /** Makes what keeping takes of what was fetched, so that the thread that keeps it has less to do. */
  prepare(fetched: Fetched): Fetched;
  /** Adds single articles that were opened by address. */
  storeArticle(article: ArticleWithBody, publication: Publication): void;
  noteFailure(publicationId: string, problem: Problem, dueAt?: string): void;
  /** Keeps what was found about a publication's newsletter. */
  keepNewsletter(publicationId: string, newsletter: Newsletter | undefined): void;

  // Saved queries and sign-ups
  savedQueries(): readonly {name: string; query: string}[];
  saveQuery(name: string, query: string | undefined): void;
  signups(): readonly Signup[];
  recordSignup(signup: Omit<Signup, 'id' | 'at'>): Signup;
  updateSignup(id: number, change: {state?: SignupState; message?: string}): void;
  forgetSignup(id: number): void;

  /** Everything as lines of JSON, out and in again: the same. What the library has already stays. */
  exportState(): Iterable<StateLine>;
  importState(lines: Iterable<StateLine>): Imported;
  /** Drops read articles that have left their source and are older; never starred, unread or half-read ones. */
  prune(retention: {keepDays?: number}): number;
  /** Keeps a good copy once a day, where the library is a file. */
  keepCopy(): void;
  /** For moments in which nobody waits (after a refresh): prunes, goes on indexing, keeps a good copy once a day. */
  maintain(retention?: {keepDays?: number}): void;

  /** Brings what was written lately to its place on the disk, as closing would. Some 10 ms: for idle moments. */
  settle(): void;

  /**
   * How many milliseconds a change waits from now on while another process is writing, before it fails as `busy` with
   * nothing done. At first ten seconds.
   */
  patience(milliseconds: number): void;
  /** The file that holds it; undefined where nothing outlives this run. */
  file(): string | undefined;
  /** A number that grows with every change made by any process: tells that another window wrote. */
  version(): number;
  close(): void;
}

export interface Sources {
  /** Opens a source once: feed, site API, home page or folder. */
  open(
    source: Pick<Source, 'location' | 'feedUrl' | 'settings' | 'validators'>,
    signal: AbortSignal,
  ): Promise<Fetched>;
  /** Any web page or file as an article. */
  openPage(
    location: string,
    signal: AbortSignal,
  ): Promise<{article: Article; body: Body; publication: Publication}>;
  /**
   * The whole text of a teaser, from its page. `location` is its publication's: pages on private addresses are only
   * asked where the source itself is.
   */
  complete(article: Article, body: Body, signal: AbortSignal, location?: string): Promise<Body>;
  /** Body to Markdown. */
  toMarkdown(body: Body): Promise<string>;
}

/** Fetching into the library, off the interface's thread. */
export interface Intake {
  /** Fetches sources, some at a time; each is told as it has come in, or has failed. What is stopped is not told. */
  refresh(
    sources: readonly Source[],
    heard: (refreshed: Refreshed) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Opens a source, and follows it if that succeeds; throws if not. */
  follow(
    location: string,
    how: {isListed: boolean; settings?: SourceSettings; folder?: string},
    signal: AbortSignal,
  ): Promise<Source>;
  /** `Library.maintain`. */
  maintain(retention: {keepDays?: number}): Promise<void>;
}

export interface Newsletters {
  /** What the home page offers, where the source says nothing. */
  find(publication: Publication, signal: AbortSignal): Promise<Newsletter | undefined>;
  /** One POST at most. Never throws: what went wrong is an outcome. */
  subscribe(
    publication: Publication,
    newsletter: Newsletter,
    email: string,
    signal: AbortSignal,
  ): Promise<Outcome>;
}

export interface Typesetter {
  set(sheet: Sheet, style: PageStyle): Page;
}

/** The pictures of articles; none is fetched that was not asked for. */
export interface Images {
  /** What a page may show of a picture in a room. */
  at(articleId: string, src: string, room: Cells): Pictured | undefined;
  /** Fetches a picture and makes it ready for a room. Never throws: what went wrong is said by `at`. */
  load(
    subject: {
      articleId: string;
      src: string;
      /** Where the article stands: its publication's location, its own address, its path in a folder. */
      origin: {location: string; url?: string; path?: string};
    },
    room: Cells,
    signal: AbortSignal,
  ): Promise<void>;
  /** The pixels of a picture that was loaded. */
  raster(articleId: string, src: string): Raster | undefined;
  /** Forgets the pictures of an article. */
  forget(articleId: string): void;
  /** Gives the terminal again what it has lost while another program had it. */
  sendAgain(): void;
  /** Takes all out of the terminal's memory. */
  clear(): void;
}

/** The desktop around the terminal. */
export interface Platform {
  openUrl(url: string): Promise<void>;
  copy(text: string): void;
  save(name: string, text: string): Promise<string>;
  /** Hands the terminal over to a command (`$EDITOR`, `$PAGER`, a pipe) and takes it back. */
  run(command: {
    kind: 'editor' | 'pager' | 'pipe';
    command?: string;
    text: string;
    name: string;
  }): Promise<void>;
}

export interface Clock {
  now(): number;
}
