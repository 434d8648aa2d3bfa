import type {Instant} from '../article/article.ts';

/** A newsletter in its publication's own words, and the receiver of an address. */
export type Newsletter = Readonly<{
  heading?: string;
  pitch?: string;
  /** As the publication writes it: "2,500+". */
  subscribers?: string;
  promises: readonly string[];
  /** The publication's privacy statement. */
  privacy?: string;
  /** The page that shows the sign-up, where neither the reader nor the publication named one. */
  foundOn?: string;
  /** The time when it was found there, ISO 8601 in UTC. */
  foundAt?: Instant;
  /** The reader's own settings name it. */
  isOwn?: true;
  signup: Signup;
}>;

/**
 * The receiver of the address. `none`: the publication has words but no endpoint, so the wish is kept here.
 */
export type Signup =
  | Readonly<{
      kind: 'request';
      /** A provider's short name ("buttondown", "ghost" …) or "form" | "json" for a plain endpoint. */
      provider: string;
      url: string;
      method: 'form' | 'json';
      /** The name of the field that holds the address. */
      field: string;
      /** Sent along unchanged: hidden fields, honeypots, list ids. */
      fixed: Readonly<Record<string, string | readonly string[]>>;
      /** A page where the same can be done in a browser. */
      page?: string;
    }>
  | Readonly<{kind: 'browser'; provider: string; page: string}>
  | Readonly<{kind: 'none'}>;

/** The outcome of one sign-up; the names are those of `subscribe --json`. */
export type Outcome = Readonly<{
  outcome:
    | 'check-inbox'
    | 'subscribed'
    | 'already'
    | 'recorded'
    | 'rate-limited'
    | 'refused'
    | 'needs-browser'
    | 'failed';
  /** The host that the address went to, or would have gone. */
  host?: string;
  /** One printable sentence for the reader. */
  message: string;
  /** `needs-browser`: the page to open. */
  page?: string;
  /** `rate-limited`: when to try again. */
  retryAt?: string;
  /** `failed`: whether the address may have been received (then it is not sent again on its own). */
  isUnknown?: boolean;
}>;
