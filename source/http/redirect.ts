import type {ProblemKind} from '../domain/problem.ts';
import {printableLine} from '../domain/text/printable.ts';
import {HttpError, type HttpRequest} from './exchange.ts';
import {isPrivateHost} from './private-address.ts';

/** Where a request stands: the address to ask now, and what led there. */
export type Hop = Readonly<{
  url: URL;
  /** Every address asked so far, this one included. */
  visited: readonly string[];
  /** Only permanent redirects led here. */
  isPermanent: boolean;
  movedTo?: string;
  headers: Readonly<Record<string, string>>;
  userAgent?: string;
}>;

export function firstHop({url: address, headers = {}, userAgent}: HttpRequest): Hop {
  if (!URL.canParse(address)) throw refuse('malformed', `“${printableLine(address)}” is no address.`, false);
  const url = new URL(address);
  url.hash = '';
  if (!isHttp(url))
    throw refuse(
      'unsupported',
      `${url.protocol} addresses are not supported; only http and https are.`,
      false,
    );
  const credentials = takeCredentials(url);
  return {
    url,
    visited: [url.href],
    isPermanent: true,
    headers: credentials === undefined ? headers : {authorization: credentials, ...headers},
    ...(userAgent !== undefined && {userAgent}),
  };
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

export type Allowed = Readonly<{
  /** How many redirects. */
  most: number;
  /** The host that was asked first is private itself. */
  mayBePrivate: boolean;
}>;

/** The next hop, or an HttpError where it must not be followed. */
export function followRedirect(
  hop: Hop,
  status: number,
  location: string,
  {most, mayBePrivate}: Allowed,
): Hop {
  const from = hop.url.host;
  if (!URL.canParse(location, hop.url.href))
    throw refuse('malformed', `${from} sent a redirect to something that is no address.`);
  const url = new URL(location, hop.url.href);
  url.hash = '';
  takeCredentials(url);
  if (!isHttp(url))
    throw refuse('unsafe', `${from} sent a redirect to a ${url.protocol} address, which is not followed.`);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw refuse(
      'unsafe',
      `${from} sent a redirect from https to plain http (${url.host}), which is not followed.`,
    );
  }
  if (isPrivateHost(url.hostname) && !mayBePrivate) {
    throw refuse(
      'unsafe',
      `${from} sent a redirect to a private address (${url.host}), which is not followed.`,
    );
  }
  if (hop.visited.includes(url.href)) throw refuse('refused', `${from} sends redirects in a circle.`);
  if (hop.visited.length > most) {
    throw refuse(
      'refused',
      `${from} sent one redirect more than the ${most} that are followed (limits.redirects).`,
    );
  }
  const isPermanent = hop.isPermanent && (status === 301 || status === 308);
  const isSameOrigin = url.origin === hop.url.origin;
  return {
    url,
    visited: [...hop.visited, url.href],
    isPermanent,
    ...(isPermanent ? {movedTo: url.href} : hop.movedTo !== undefined && {movedTo: hop.movedTo}),
    headers: isSameOrigin ? hop.headers : {},
    ...(isSameOrigin && hop.userAgent !== undefined && {userAgent: hop.userAgent}),
  };
}

const isHttp = ({protocol}: URL): boolean => protocol === 'http:' || protocol === 'https:';

/** Takes name and password out of an address; they go into a header, never into a message. */
function takeCredentials(url: URL): string | undefined {
  const {username, password} = url;
  url.username = '';
  url.password = '';
  if (username === '' && password === '') return undefined;
  const pair = [username, password].map(part => decode(part)).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function refuse(kind: ProblemKind, message: string, mayHaveArrived = true): HttpError {
  return new HttpError({kind, message}, mayHaveArrived);
}
