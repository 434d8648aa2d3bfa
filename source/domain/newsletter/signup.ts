import type {Instant} from '../article/article.ts';

/** `waiting`: noted while offline, not sent yet. `unknown`: it may have been received; not sent again on its own. `left`: unsubscribed. */
export type SignupState = 'waiting' | 'requested' | 'confirmed' | 'recorded' | 'refused' | 'unknown' | 'left';

/** What we remember of one sign-up to a newsletter. */
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
}>;
