/**
 * The ways to leave a newsletter, as its letters state them. `isOneClick`: a POST to `url` alone unsubscribes
 * (RFC 8058).
 */
export type Leaving = Readonly<{url?: string; mailto?: string; isOneClick: boolean}>;

/** The outcome of leaving: `left` only where the service said so. */
export type LeaveOutcome = Readonly<{
  outcome: 'left' | 'needs-browser' | 'needs-mail' | 'failed';
  host?: string;
  message: string;
  /** The address at which the person goes on: a page, or a mail to write. */
  page?: string;
}>;
