import type {RawArticle} from '../sources/format/format.ts';

/** A feed that an account follows, as its server lists it. */
export type ServerFeed = Readonly<{
  /** The server's name for it, passed on as it is. */
  stream: string;
  url: string;
  title: string;
  homepage?: string;
  folder?: string;
}>;

/**
 * An article at a server. `id` is text: some ids have more digits than a number holds, some are no numbers.
 */
export type ServerItem = Readonly<{
  id: string;
  stream: string;
  /** Microseconds since 1970 at which the server took it in; 0 where it does not say. */
  stamp: number;
  article: RawArticle;
}>;

/** Tags on articles at a server, by the names that the reader's own tags have. */
export interface ServerTags {
  /**
   * Names of all that are there, and names that mean something else there, such as folders. Undefined where
   * the server does not tell tags from those.
   */
  names(): Promise<Readonly<{tags: readonly string[]; taken: readonly string[]}> | undefined>;
  /** The articles that have a tag which `names` has named. */
  ids(name: string): Promise<readonly string[]>;
  set(name: string, value: 0 | 1, ids: readonly string[]): Promise<void>;
}

export type Mark = 'read' | 'unread' | 'star' | 'unstar';

/** A server as a round asks it. Every failure is thrown as a ProblemError; an incomplete list fails. */
export interface FeedServer {
  /** Articles that `contents` is asked for at once, where others than usual. */
  readonly part?: number;
  /** Proves name and password. */
  enter(): Promise<void>;
  feeds(): Promise<readonly ServerFeed[]>;
  unread(): Promise<readonly string[]>;
  starred(): Promise<readonly string[]>;
  /** Pages of all ids, newest first, as long as somebody wants more. */
  all(): AsyncIterable<readonly string[]>;
  /** The number of unread articles by the server's own count; undefined where it does not count. */
  unreadCount(): Promise<number | undefined>;
  contents(ids: readonly string[]): Promise<readonly ServerItem[]>;
  mark(change: Mark, ids: readonly string[]): Promise<void>;
  /** Absent where articles have no tags. */
  readonly tags?: ServerTags;
  /**
   * Marks a feed (all feeds without one) as read up to a moment by the server's clock. Absent where that
   * would mark more than what came in until then.
   */
  markAllRead?(stream: string | undefined, stamp: number): Promise<void>;
  /** The server's name for it, where it says one. */
  follow(feed: Readonly<{url: string; title?: string; folder?: string}>): Promise<string | undefined>;
  unfollow(stream: string): Promise<void>;
  change(
    stream: string,
    change: Readonly<{title?: string; folder?: string | undefined; oldFolder?: string | undefined}>,
  ): Promise<void>;
  /** The number of requests that were made. */
  requests(): number;
}
