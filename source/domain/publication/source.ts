import type {ArticleWithBody, Instant, MailPlace} from '../article/article.ts';
import type {Awaited} from '../newsletter/awaited.ts';
import type {Newsletter} from '../newsletter/newsletter.ts';
import type {Confirmation} from '../newsletter/signup.ts';
import type {Problem} from '../problem.ts';
import type {OwnSettings} from './own-settings.ts';
import type {Publication} from './publication.ts';

/** Settings of one source: in the preferences' `sources`, or with `inkwell add`. */
export type SourceSettings = Readonly<{
  /** Shown instead of the publication's own title. */
  name?: string;
  headers?: Readonly<Record<string, string>>;
  userAgent?: string;
  /** Minutes between fetches. */
  interval?: number;
  /** Complete teasers from their pages. */
  fullText?: boolean;
  newsletter?: Newsletter;
}>;

/** Validators that make the next fetch cheap; kept byte for byte. */
export type Validators = Readonly<{etag?: string; lastModified?: string}>;

/** Work on an article before the library stores it: it takes long, and can be done in another thread. */
export type Prepared = Readonly<{
  /** Tells an edited article from the same one. */
  fingerprint: string;
  /** Present for an article that is new or edited; then the body's own content need not come along. */
  made?: Readonly<{
    hasText: boolean;
    /** The body's content as it is kept. */
    packed: Uint8Array;
    /** Texts for full-text search. */
    terms: readonly string[];
  }>;
}>;

export type FetchedArticle = ArticleWithBody & Readonly<{prepared?: Prepared}>;

/** The password of a mailbox, or a token for OAuth, which holds for a while. Neither is ever stored. */
export type Secret = Readonly<{kind: 'password' | 'token'; value: string}>;

/**
 * A source as opening it once needs it. `awaited`: sign-ups whose mail may lie there; `secret`: of IMAP,
 * never stored.
 */
export type Asked = Pick<Source, 'location' | 'feedUrl' | 'settings' | 'validators' | 'isPrivate' | 'pages'> &
  Readonly<{
    awaited?: readonly Awaited[];
    secret?: Secret;
    /** The reader asks for letters that are read here to be marked in their IMAP folder, too. */
    marksSeen?: boolean;
    /**
     * Stores letters of a large mailbox while the others are read, so that they need not all be in memory;
     * `validator` lets the next visit go on behind them.
     */
    take?: (parts: readonly Part[], so: Taken) => void;
  }>;

/** An IMAP folder at which new mail is waited for. */
export type WatchedMail = Pick<Asked, 'location' | 'secret' | 'validators'>;

export type Taken = Readonly<{confirmations: readonly ConfirmationMail[]; validator?: string}>;

/** A mail that asks to confirm a sign-up, and the sign-up's number. */
export type ConfirmationMail = Readonly<{id: number; confirmation: Confirmation}>;

/** The result of opening a source once. */
export type Fetched =
  | Readonly<{
      kind: 'unchanged';
      validators: Validators;
      dueAt?: Instant;
      isPrivate?: boolean;
      seen?: readonly MailPlace[];
    }>
  | Readonly<{
      kind: 'loaded';
      /** True if it was found at a private address; absent for what is not on the web. */
      isPrivate?: boolean;
      publication: Publication;
      /** In the source's order, `position` from 0. */
      articles: readonly FetchedArticle[];
      validators: Validators;
      /**
       * The address of the feed itself, where a site's home page was given or a permanent redirect followed.
       */
      feedUrl?: string;
      /** A permanent redirect: the source's new address. */
      movedTo?: string;
      /** It was found at another address than the one that is followed, and may be another publication. */
      isElsewhere?: boolean;
      /** Do not ask again before (Retry-After, ttl, max-age). */
      dueAt?: Instant;
      /** Faults that did not cost the publication: broken front matter, salvaged items. */
      warnings: readonly Problem[];
      /**
       * Other feeds that the page names which was given: of other subjects, not this one in another format.
       */
      otherFeeds?: readonly NamedFeed[];
      /** Only what is new: articles that are missing here have not left the source. */
      isUpdate?: boolean;
      /**
       * A mailbox: each newsletter as a publication. Where sources are followed these are stored, not the
       * whole.
       */
      parts?: readonly Part[];
      confirmations?: readonly ConfirmationMail[];
      /** Earlier mails of an IMAP folder whose mark was changed there. */
      seen?: readonly MailPlace[];
    }>;

export type NamedFeed = Readonly<{url: string; title: string}>;

/**
 * A newsletter in a mailbox. `hosts`: those of its list, its sender and its page to leave; `newest`: in
 * milliseconds.
 */
export type Part = Readonly<{
  location: string;
  folder: string;
  fetched: Fetched;
  hosts: readonly string[];
  newest: number;
}>;

/** A fetched source and its publication. */
export type FetchedSource = Readonly<{publicationId: string; fetched: Fetched}>;

/** A source that the library follows. */
export type Source = Readonly<{
  publicationId: string;
  /** As the person gave it; a folder is absolute. */
  location: string;
  feedUrl?: string;
  settings: SourceSettings;
  /** Settings that the reader has given to it; they come before those. */
  own?: OwnSettings;
  validators: Validators;
  /** True if it was at a private address when it was added; absent before it was first fetched. */
  isPrivate?: boolean;
  /** The number of pages of it to fetch, the newest first; one if absent. */
  pages?: number;
  fetchedAt?: Instant;
  dueAt?: Instant;
  failures: number;
  /** Read marks wait to be sent to its mailbox. */
  hasMarks?: boolean;
  /** The account whose server is asked for its articles; the source itself is not. */
  account?: string;
}>;

/** A source that was just followed, and other feeds that its page names. */
export type Followed = Source & Readonly<{otherFeeds?: readonly NamedFeed[]}>;
