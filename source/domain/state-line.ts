import type {Article, Body, Instant} from './article/article.ts';
import type {Newsletter} from './newsletter/newsletter.ts';
import type {Problem} from './problem.ts';
import type {Publication} from './publication/publication.ts';
import type {Signup} from './newsletter/signup.ts';
import type {OwnSettings} from './publication/own-settings.ts';
import type {SourceSettings, Validators} from './publication/source.ts';
import type {ReadingState} from './query/view.ts';

/*
 * All that the library holds as lines of JSON: a head, then each publication followed by its articles in
 * their order, then sign-ups, saved queries and visits. Each line says what it is, so that a later version
 * can add kinds and an older one pass them over. Exported, imported into a fresh library and exported again,
 * the lines are the same.
 */
export type StateLine =
  | Readonly<{kind: 'inkwell'; version: 1}>
  | Readonly<{kind: 'publication'; publication: Publication; source: SourceState}>
  | Readonly<{
      kind: 'article';
      /** Orders all articles by date; two of one library never have the same. Absent: by its own date. */
      key?: number;
      article: Article;
      marks: ReadingState;
      body?: Body;
      markdown?: string;
      addedAt: Instant;
      /** The time when it was last read in. */
      touchedAt?: Instant;
    }>
  /**
   * Written and read by the commands: the library keeps none. Values by key, as `inkwell config` names them.
   */
  | Readonly<{kind: 'preferences'; values: Readonly<Record<string, unknown>>}>
  | Readonly<{kind: 'signup'; signup: Signup}>
  | Readonly<{kind: 'query'; name: string; query: string}>
  | Readonly<{kind: 'visits'; last: Instant; before: Instant}>;

/** The state of a source that the library stores beside the publication itself. */
export type SourceState = Readonly<{
  isListed: boolean;
  isHidden: boolean;
  isMuted: boolean;
  rank: number;
  /** The number of articles it had at the last fetch; those behind have left it. */
  inSource: number;
  openedAt: Instant;
  folder?: string;
  settings: SourceSettings;
  /** Settings that the reader has given to it. */
  own?: OwnSettings;
  validators: Validators;
  feedUrl?: string;
  fetchedAt?: Instant;
  dueAt?: Instant;
  failures: number;
  problem?: Problem;
  /** The newsletter that the home page offered, where the source says nothing. */
  foundNewsletter?: Newsletter;
  /** True if it was at a private address when it was added. */
  isPrivate?: boolean;
}>;

/** Counts of what was new to the library that imported it. */
export type Imported = Readonly<{sources: number; articles: number; marks: number; signups: number}>;

/** A feed of newsboat's cache, and the numbers of its items there. */
export type CachedFeed = Readonly<{
  line: Extract<StateLine, {kind: 'publication'}>;
  items: readonly number[];
}>;

/** Articles of some items; `read` counts those that were deleted, too, `large` those that are too large. */
export type CachedItems = Readonly<{lines: readonly StateLine[]; read: number; large: number}>;
