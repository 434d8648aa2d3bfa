import type {Speeds} from '../domain/article/reading-time.ts';
import type {RoundMoved, RoundWish} from '../domain/sync/account.ts';
import type {SyncStore} from '../library/sync/sync-store.ts';
import type {FeedServer} from './server.ts';

export type RoundMeans = Readonly<{
  name: string;
  store: SyncStore;
  server: FeedServer;
  wish: RoundWish;
  speeds?: Speeds;
  signal: AbortSignal;
  /** Hears how far it is. After the first part of contents there is something to show. */
  moved: (moved: RoundMoved) => void;
}>;

/** The articles that have each tag. */
export type Tagged = ReadonlyMap<string, ReadonlySet<string>>;

/** Everything that the server lists of its articles. */
export type Lists = Readonly<{
  /** The library's last change before the server was asked: what was sent since is not in the lists. */
  listedAt: number;
  newest: readonly string[];
  unread: ReadonlySet<string>;
  starred: ReadonlySet<string>;
  /** Articles by tag; undefined where the server keeps no tags, or they could not be read. */
  tagged: Tagged | undefined;
}>;
