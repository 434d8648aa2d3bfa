import type {Problem, ProblemKind} from '../../domain/problem.ts';
import type {Answer} from '../exchange.ts';
import {retryTime} from '../retry-after.ts';

/** The Problem that an answer's status stands for; undefined where it brings what was asked for (2xx). */
export function refusalOf({status, headers, url}: Answer, now: number): Problem | undefined {
  if (status >= 200 && status < 300) return undefined;
  const {host, searchParams} = new URL(url);
  const retry = retryTime(headers.get('retry-after'), now);
  const retryAt = retry === undefined ? undefined : new Date(retry).toISOString();
  const isLimit = status === 429 || (status === 503 && retryAt !== undefined);
  const isKey = status === 401 && searchParams.has('key') && !headers.has('www-authenticate');
  const [kind, message, advice] = isLimit
    ? limited(host, status, retryAt)
    : isKey
      ? wrongKey(host)
      : meaningOf(status, host);
  return {kind, message, ...(advice !== undefined && {advice}), ...(retryAt !== undefined && {retryAt})};
}

type Meaning = readonly [kind: ProblemKind, message: string, advice?: string];

function limited(host: string, status: number, retryAt: string | undefined): Meaning {
  const until =
    retryAt === undefined
      ? 'Try again later.'
      : `It may be asked again from ${retryAt.slice(0, 16).replace('T', ' ')} UTC.`;
  return [
    'rate-limited',
    status === 429
      ? `${host} got too many requests and limits them (429).`
      : `${host} is busy for now (503).`,
    until,
  ];
}

/** An API that takes a key in its address, as Ghost's does. */
function wrongKey(host: string): Meaning {
  return [
    'denied',
    `${host} doesn't take the key of this address (401).`,
    'Check the key: the server has no such one.',
  ];
}

function meaningOf(status: number, host: string): Meaning {
  switch (status) {
    case 304:
      return ['malformed', `${host} says “not modified” (304), though nothing of it is kept here.`];
    case 401:
      return [
        'denied',
        `${host} wants a name and a password (401).`,
        'Put them into the address (https://name:password@…) or into the headers of the source.',
      ];
    case 403:
    case 451:
      return [
        'denied',
        `${host} doesn't allow it: forbidden (${status}).`,
        'Some sites want another userAgent; it can be set for the source.',
      ];
    case 404:
      return ['missing', `Not found: ${host} has nothing at this address (404).`, 'Check the address.'];
    case 407:
      return [
        'denied',
        'The proxy wants a name and a password (407).',
        'Put them into http_proxy and https_proxy.',
      ];
    case 410:
      return [
        'gone',
        `${host} says that this is gone for good (410).`,
        'It won’t come back; remove the source.',
      ];
    case 408:
    case 504:
      return ['timeout', `${host} timed out on its own side (${status}).`, 'Try again later.'];
    default:
      break;
  }
  if (status >= 500)
    return ['refused', `${host} has a problem of its own: server error ${status}.`, 'Try again later.'];
  if (status >= 400) return ['refused', `${host} refused the request (${status}).`];
  return ['malformed', `${host} answered with status ${status}, which can't be read as an answer.`];
}
