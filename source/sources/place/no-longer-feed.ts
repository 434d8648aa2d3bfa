import {ProblemError} from '../../domain/problem.ts';
import type {Document} from '../format/format.ts';
import {pageLinks} from '../discovery/page-links.ts';

/**
 * A page, or something else, in place of a feed that was followed: a log-in page, a parked domain, an outage.
 * What it leads to is somebody else's more often than not, so the reader decides.
 */
export function noLongerFeed(document: Document): ProblemError {
  const {host} = new URL(document.url);
  const [feed] = pageLinks(document).feeds;
  const candidate = feed?.startsWith('http') ? feed : undefined;
  return new ProblemError({
    kind: 'unsupported',
    message: `${host} answered with ${document.text.trim() === '' ? 'nothing' : 'a page'} in place of the feed.`,
    advice:
      candidate === undefined
        ? 'It is asked again. If it stays so, look on the site for its new feed.'
        : `It is asked again. If the feed has moved for good, follow it there: inkwell add ${candidate}`,
  });
}
