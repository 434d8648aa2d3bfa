import {setTimeout} from 'node:timers/promises';
import type {LeaveOutcome, Leaving} from '../domain/newsletter/leaving.ts';
import type {Newsletter, Outcome} from '../domain/newsletter/newsletter.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Http} from '../http/exchange.ts';
import {subscribe} from './exchange/exchange.ts';
import {failedBefore} from './exchange/failed.ts';
import {findNewsletter} from './find.ts';
import {leave} from './leave.ts';

export type NewslettersOptions = Readonly<{
  http: Pick<Http, 'request'>;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** Milliseconds to wait for the answer to a sign-up. */
  patience?: number;
  /** Waits for some milliseconds. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}>;

/** Finds where a publication takes email addresses, and sends one there. */
export function createNewsletters({
  http,
  now = Date.now,
  patience = 30_000,
  pause = (milliseconds, signal) => setTimeout(milliseconds, undefined, {signal}),
}: NewslettersOptions) {
  return {
    /**
     * Finds the newsletter that the publication's home page offers. Undefined where it offers nothing, or
     * where there is no page to look at. `page`: one that the reader named, which is looked at first.
     * @throws ProblemError when the page could not be fetched.
     */
    async find(
      publication: Publication,
      signal: AbortSignal,
      page?: string,
    ): Promise<Newsletter | undefined> {
      const found = await findNewsletter(http, publication, signal, page);
      return found && {...found, foundAt: new Date(now()).toISOString()};
    },

    /** Leaves by one POST where the letters offer that. Never throws: a failure is an outcome. */
    leave: (leaving: Leaving, signal: AbortSignal, isKnown?: boolean): Promise<LeaveOutcome> =>
      leave(http, leaving, signal, isKnown),

    /** Sends an address once. Never throws: what went wrong is an outcome. */
    async subscribe(
      publication: Publication,
      newsletter: Newsletter,
      email: string,
      signal: AbortSignal,
    ): Promise<Outcome> {
      try {
        return await subscribe({http, now, patience, pause, signal}, publication, newsletter, email);
      } catch (error) {
        return failedBefore(error);
      }
    },
  };
}
