import type {Newsletter, Outcome} from '../domain/newsletter.ts';
import type {Publication} from '../domain/publication.ts';
import type {Http} from '../http/exchange.ts';
import {subscribe} from './exchange.ts';
import {findNewsletter} from './find.ts';

export type NewslettersOptions = Readonly<{
  http: Pick<Http, 'request'>;
  /** Milliseconds since the epoch. */
  now?: () => number;
}>;

/** Finds where a publication takes email addresses, and sends one there. */
export function createNewsletters({http, now = Date.now}: NewslettersOptions) {
  return {
    /**
     * What the publication's home page offers. Undefined where it offers nothing, or where there is no page to look at.
     * @throws ProblemError when the page could not be fetched.
     */
    find(publication: Publication, signal: AbortSignal): Promise<Newsletter | undefined> {
      return findNewsletter(http, publication, signal);
    },

    /** Sends an address once. Never throws: what went wrong is an outcome. */
    subscribe(
      publication: Publication,
      newsletter: Newsletter,
      email: string,
      signal: AbortSignal,
    ): Promise<Outcome> {
      return subscribe({http, now, signal}, publication, newsletter, email);
    },
  };
}
