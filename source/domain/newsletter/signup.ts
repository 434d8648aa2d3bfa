import type {Instant} from '../article/article.ts';

/**
 * `waiting`: noted while offline, not sent yet. `unknown`: it may have been received; not sent again on its
 * own. `left`: unsubscribed.
 */
export type SignupState = 'waiting' | 'requested' | 'confirmed' | 'recorded' | 'refused' | 'unknown' | 'left';

/** A mail that asks to confirm a sign-up. Its link is opened by the reader alone. */
export type Confirmation = Readonly<{
  /** Name and address, as the mail claims them. */
  sender: string;
  /** The words of its button or link. */
  button: string;
  url: string;
  /** The host that the link leads to. */
  host: string;
  at: Instant;
  /**
   * `look-alike`: sender or link imitate the newsletter's site; `elsewhere`: the link leads to a stranger's
   * site.
   */
  doubt?: 'look-alike' | 'elsewhere';
  /** The site that is imitated. */
  imitated?: string;
}>;

/** One sign-up to a newsletter in the ledger. */
export type Signup = Readonly<{
  id: number;
  publicationId: string;
  publicationTitle: string;
  /** Kept only with the reader's consent. */
  email?: string;
  host?: string;
  provider?: string;
  at: Instant;
  state: SignupState;
  message?: string;
  /** The mail that asks to confirm; deleted when the first letter has come. */
  confirmation?: Confirmation;
  confirmedAt?: Instant;
  leftAt?: Instant;
  /** The publication of the letters that came of it. */
  lettersId?: string;
  letters?: Readonly<{count: number; last?: Instant}>;
}>;

export type SignupChange = Partial<Pick<Signup, 'state' | 'message' | 'confirmation' | 'lettersId'>>;
