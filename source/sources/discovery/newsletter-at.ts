import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import {newsletterFrom} from '../../domain/newsletter/newsletter-from.ts';
import {ask, JSON_ONLY} from '../place/ask.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Document} from '../format/format.ts';
import type {Surroundings} from '../context.ts';

/**
 * The newsletter that a small JSON file describes. A publication without its card is still a publication: no
 * error.
 */
export async function newsletterAt(
  url: string,
  from: Document,
  surroundings: Surroundings,
): Promise<Newsletter | undefined> {
  try {
    const {document} = await ask({url, accept: JSON_ONLY, reach: reachFrom(from)}, surroundings);
    return newsletterFrom(document.json, document.url);
  } catch {
    surroundings.signal.throwIfAborted();
    return undefined;
  }
}
