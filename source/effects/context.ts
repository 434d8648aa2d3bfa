import type {Clock, Images, Platform, Typesetter} from '../ports/terminal.ts';
import type {Ingest, Newsletters, Sources} from '../ports/fetching.ts';
import type {Library} from '../ports/library.ts';
import type {Settings} from '../app/core/state.ts';
import type {PageStyle} from '../domain/page/page.ts';
import type {Raster} from '../domain/page/picture.ts';
import type {Source} from '../domain/publication/source.ts';
import type {WriteQueue} from './write-queue.ts';

/** Everything that effects act on. What is heavy is made when it is first asked for. */
export type EffectContext = Readonly<{
  /** As it is with what is not kept yet; it is changed by `writes` alone. */
  library: Library;
  writes: WriteQueue;
  clock: Clock;
  sources: () => Promise<Sources>;
  ingest: () => Promise<Ingest>;
  newsletters: () => Promise<Newsletters>;
  typesetter: Deferred<Typesetter>;
  /** Absent where the terminal can show none. */
  pictures?: Picturing;
  platform: () => Promise<Platform>;
  terminal: Terminal;
  preferences: Preferences;
  /** How pages are set now. */
  style: (measure: number) => PageStyle;
  isOffline: boolean;
  completesTeasers: boolean;
  /** Whole texts to fetch for each source after a refresh. */
  ahead: number;
  /** How long what nobody needs is kept. */
  retention: {keepDays?: number};
  /** What somebody typed for a blog, as the library keeps it: a path made absolute, a host with its scheme. */
  locate: (typed: string) => string;
  /** Whether a source is to be fetched without being asked for. */
  isDue: (source: Source) => boolean;
}>;

/** How the pictures of articles are shown. */
export type Picturing = Deferred<Images> &
  Readonly<{
    /** Rows that a picture may take in a page now; undefined while none are shown. */
    rows: () => number | undefined;
    /** Shows one alone on the screen until a key is pressed. */
    view: (raster: Raster, caption: string) => Promise<void>;
  }>;

/** Something that is loaded once, and at hand without waiting from then on. */
export type Deferred<T> = Readonly<{ready: () => T | undefined; load: () => Promise<T>}>;

export type Terminal = Readonly<{
  quit: () => void;
  suspend: () => void;
  redraw: () => void;
}>;

export type Preferences = Readonly<{
  keepSettings: (settings: Settings) => Promise<void>;
  keepEmail: (email: string) => Promise<void>;
}>;
