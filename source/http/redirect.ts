import {isUtf8} from 'node:buffer';
import type {ProblemKind} from '../domain/problem.ts';
import {printableLine} from '../domain/text/printable.ts';
import {HttpError, type HttpRequest} from './exchange.ts';
import {isPrivateHost} from './private-address.ts';

/** The state of a request: the address to ask now, and what led there. */
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
  /** The most redirects that are followed. */
  most: number;
  /** The host that was asked first is private itself. */
  mayBePrivate: boolean;
  /** A cookie was set on the way. */
  hasCookie?: boolean;
}>;

/** The next hop, or an HttpError where it must not be followed. */
export function followRedirect(
  hop: Hop,
  status: number,
  location: string,
  {most, mayBePrivate, hasCookie = false}: Allowed,
): Hop {
  const from = hop.url.host;
  const url = URL.parse(readable(location), hop.url.href);
  if (!url) throw refuse('malformed', `${from} sent a redirect to something that is no address.`);
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
  if (hop.visited.includes(url.href)) {
    throw refuse(
      'refused',
      hasCookie
        ? `${from} sends redirects in a circle until its cookie comes back, and Inkwell keeps no cookies.`
        : `${from} sends redirects in a circle.`,
    );
  }
  if (hop.visited.length > most) {
    throw refuse(
      'refused',
      `${from} sent one redirect more than the ${most} that are followed (limits.redirects).`,
    );
  }
  const isPermanent = hop.isPermanent && (status === 301 || status === 308);
  return {
    url,
    visited: [...hop.visited, url.href],
    isPermanent,
    ...(isPermanent ? {movedTo: url.href} : hop.movedTo !== undefined && {movedTo: hop.movedTo}),
    headers: isSameSite(hop.url, url) ? hop.headers : {},
    // The name of a program is no secret.
    ...(hop.userAgent !== undefined && {userAgent: hop.userAgent}),
  };
}

/** One origin; or the same host with and without "www.", or from http to https, each on its usual port. */
function isSameSite(one: URL, other: URL): boolean {
  const [from, to] = [one, other].map(({hostname}) => hostname.replace(/^www\./u, ''));
  const isUsual = one.port === '' && other.port === '' && from === to;
  return (
    one.origin === other.origin || (isUsual && (other.protocol === 'https:' || one.protocol === 'http:'))
  );
}

/** A header holds bytes: they are UTF-8 more often than not, and are sent back as they came. */
function readable(location: string): string {
  if (!/[^\x00-\x7f]/u.test(location)) return location;
  const bytes = Buffer.from(location, 'latin1');
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return location.replaceAll(/[^\x00-\x7f]/gu, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
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
