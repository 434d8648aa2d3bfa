import type {LeaveOutcome, Leaving} from '../domain/newsletter/leaving.ts';
import {toProblem} from '../domain/problem.ts';
import type {Http, Reach} from '../http/exchange.ts';
import {isPrivateHost} from '../http/private-address.ts';
import {mayHaveArrived} from './exchange/failed.ts';

/**
 * Leaves a newsletter by one click (RFC 8058): one POST over https, without cookies, whose redirect is not
 * followed. Where that is not offered nothing is sent; the outcome has the page or the mail to go on with.
 */
export async function leave(
  http: Pick<Http, 'request'>,
  {url, mailto, isOneClick}: Leaving,
  signal: AbortSignal,
  isKnown = false,
): Promise<LeaveOutcome> {
  if (url === undefined || !isOneClick) {
    if (mailto !== undefined)
      return {outcome: 'needs-mail', page: mailto, message: 'Write this mail to leave; nothing was sent.'};
    if (url === undefined) return {outcome: 'failed', message: 'The letters do not say how to leave.'};
    const {host} = new URL(url);
    return {
      outcome: 'needs-browser',
      host,
      page: url,
      message: `Leave on this page of ${host}; nothing was sent.`,
    };
  }
  const {host} = new URL(url);
  try {
    const {status} = await http.request(
      {
        url,
        method: 'POST',
        headers: {'content-type': 'application/x-www-form-urlencoded'},
        body: 'List-Unsubscribe=One-Click',
        once: true,
        redirects: 'none',
        reach: isKnown ? reachOf(url) : 'public-only',
        maxBytes: 64_000,
        overflow: 'cut',
      },
      signal,
    );
    if (status >= 200 && status < 300)
      return {outcome: 'left', host, message: `${host} has unsubscribed you.`};
    return {
      outcome: 'needs-browser',
      host,
      page: url,
      message: `${host} answered with status ${status}, which says nothing about leaving. Open the page to be sure.`,
    };
  } catch (error) {
    const {kind, message} = toProblem(error, url);
    const isSent = kind !== 'unsafe' && mayHaveArrived(error);
    const end = isSent ? 'It is not known whether you were unsubscribed.' : 'Nothing was sent.';
    return {outcome: 'failed', host, message: `${message} ${end}`};
  }
}

/** A host that is near by its very name; any other may have been public when the reader signed up at it. */
function reachOf(url: string): Reach {
  const {hostname} = new URL(url);
  return isPrivateHost(hostname) ? {publicOr: hostname} : 'public-only';
}
