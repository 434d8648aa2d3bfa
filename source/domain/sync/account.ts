import type {Instant} from '../article/article.ts';
import type {Problem} from '../problem.ts';

/** The protocols that accounts speak. */
export type AccountApi = 'google-reader' | 'miniflux';

/** A server as its answers show it; what no rule is for is 'other'. */
export type ServerKind =
  | 'freshrss'
  | 'miniflux'
  | 'commafeed'
  | 'theoldreader'
  | 'bazqux'
  | 'inoreader'
  | 'other';

/** An account at a server of feeds, as the preferences hold it. No password is ever part of it. */
export type AccountSettings = Readonly<{
  name: string;
  /** The address of the API itself. */
  base: string;
  api: AccountApi;
  server: ServerKind;
  /** Absent where a key alone opens the account. */
  user?: string;
  /** A command that prints the password. */
  passwordCommand?: string;
  /** An environment variable that holds it. */
  passwordEnv?: string;
  /** Inoreader's own: the reader's application. */
  appId?: string;
  appKeyEnv?: string;
}>;

/** True if nothing gives the password of an account, so that it has to be typed. */
export function isPasswordTyped({
  passwordCommand,
  passwordEnv,
}: Pick<AccountSettings, 'passwordCommand' | 'passwordEnv'>): boolean {
  return passwordCommand === undefined && passwordEnv === undefined;
}

/** The state of an account in the library. */
export type AccountState = Readonly<{
  name: string;
  feeds: number;
  articles: number;
  /** Acts that the server has not heard of yet. */
  waiting: number;
  syncedAt?: Instant;
  problem?: Problem;
  /** Contents that were still missing when the last round ended. */
  missing: number;
  /** Syncing waits for the password, which has to be typed. */
  isLocked?: true;
}>;

/** The means to open one account for a round. */
export type Opening = Readonly<{account: AccountSettings; password: string; appKey?: string}>;

/** An API that was found at an address. */
export type FoundServer = Readonly<{base: string; server: ServerKind; api: AccountApi; title: string}>;

/** The answer of a server that is only looked at. */
export type AccountTest = Readonly<{
  feeds: number;
  unread: number | undefined;
  /**
   * True if a proxy before the server hands on the header with the token; undefined where it does not say.
   */
  passesAuthorization: boolean | undefined;
}>;

/** Wishes for a round. */
export type RoundWish = Readonly<{
  /** Read articles of the server that are fetched, newest first. */
  newest: number;
  /** The reader has agreed that much is gone. */
  isAccepted?: boolean;
  /** Two publications of one feed are shown once. */
  hidesDuplicates?: boolean;
}>;

/** The progress of a round. */
export type RoundMoved = Readonly<{stage: 'sending' | 'listing' | 'contents'; done: number; total: number}>;

/** The result of a round. */
export type RoundResult = Readonly<{
  name: string;
  sent: number;
  added: number;
  /** Marks that the server changed here. */
  changed: number;
  feedsAdded: number;
  feedsRemoved: number;
  waiting: number;
  missing: number;
  requests: number;
  milliseconds: number;
  /** Faults that did not end the round, and questions to the reader. */
  problems: readonly Problem[];
}>;
