import {setTimeout as wait} from 'node:timers/promises';
import {isLoopbackHost} from '../domain/publication/location.ts';
import {createCooling} from './backoff.ts';
import {createDeadline} from './deadline.ts';
import {HttpError, type Answer, type Http, type HttpRequest} from './exchange.ts';
import {failureOf} from './failure/failure.ts';
import {createPoliteness, type Timing} from './host-queue.ts';
import {firstHop, followRedirect, isRedirect, type Hop} from './redirect.ts';
import {createUnreachable} from './failure/unreachable.ts';
import {sendAgain} from './retry.ts';
import type {Received, Transport} from './transport.ts';

export type {Answer, Http, HttpRequest, Reach} from './exchange.ts';

export type HttpOptions = Readonly<{
  /** Every request is refused with a Problem of kind 'offline'. */
  isOffline?: boolean;
  userAgent?: string;
  limits?: Limits;
  /**
   * The environment that names proxies: http_proxy, https_proxy, all_proxy, no_proxy. `process.env` if
   * absent.
   */
  environment?: Readonly<Record<string, string | undefined>>;
}> &
  Partial<Timing>;

/** `seconds` is for one request with all its redirects; half of it may pass in silence. */
type Limits = Readonly<{bytes: number; seconds: number; redirects: number}>;

const LIMITS: Limits = {bytes: 20_000_000, seconds: 20, redirects: 5};
const USER_AGENT = 'Inkwell (a reader for the terminal)';

/** The one client of the program. undici is loaded with the first request. */
export function createHttp({
  isOffline = false,
  userAgent = USER_AGENT,
  limits = LIMITS,
  environment = process.env,
  now = Date.now,
  random = Math.random,
  pause = pauseFor,
}: HttpOptions = {}): Http {
  const inTurn = createPoliteness({now, random, pause});
  const cooling = createCooling();
  const unreachable = createUnreachable();
  let transport: Promise<Transport> | undefined;
  const enter = () =>
    (transport ??= import('./transport.ts').then(({createTransport}) => createTransport(environment)));

  const request = async (
    question: HttpRequest,
    signal: AbortSignal,
    at: (hop: Hop) => void,
  ): Promise<Answer> => {
    const {method = 'GET', body, maxBytes = limits.bytes, overflow = 'fail', redirects = 'follow'} = question;
    const {totalTimeout = limits.seconds * 1000, idleTimeout = totalTimeout / 2} = question;
    let hop = firstHop(question);
    at(hop);
    if (isOffline) throw offline(hop.url.host);
    const deadline = createDeadline({total: totalTimeout, idle: idleTimeout}, () => hop.url.host, signal);
    const isQuestion = method === 'GET' || question.isQuestion === true;
    const isSafe = isQuestion && question.once !== true;
    let askedAt: number | undefined;
    let {reach = 'anywhere'} = question;
    let isPrivate: boolean | undefined;
    let hasCookie = false;
    for (;;) {
      const {url} = hop;
      const headers = headersFor(hop, question, userAgent);
      const check = (): void => {
        if (!isSafe) return;
        cooling.check(url, now());
        unreachable.check(url.host, reach, now());
      };
      const received = await inTurn(
        url,
        signal,
        async () => {
          askedAt ??= now();
          const sending = {
            url,
            method,
            isQuestion,
            headers,
            maxBytes,
            overflow,
            reach,
            deadline,
            ...(body !== undefined && {body}),
          };
          try {
            const received = await sendAgain(await enter(), sending, {isSafe, random, pause});
            unreachable.forget(url.host);
            return received;
          } catch (error) {
            unreachable.note(url.host, error, now());
            throw error;
          }
        },
        check,
      );
      cooling.note(url, received, now());
      isPrivate ??= received.isPrivate;
      const location = received.headers.get('location');
      const isFollowed = isRedirect(received.status) && method === 'GET' && redirects === 'follow';
      if (!isFollowed || location === null)
        return {...answerOf(received, hop, askedAt ?? now(), now()), isPrivate};
      hasCookie ||= received.hasCookie ?? false;
      hop = followRedirect(hop, received.status, location, {
        most: limits.redirects,
        mayBePrivate: isPrivate,
        hasCookie,
      });
      // A person may type any address; a public host leads nobody to a private one, whatever its name, and
      // this machine to no other: a file that is imported may have named it.
      if (reach === 'anywhere' && !isPrivate) reach = 'public-only';
      else if (reach === 'anywhere' && isLoopbackHost(url.hostname)) reach = 'public-or-here';
      at(hop);
    }
  };

  return {
    async request(question, signal) {
      let host = '';
      try {
        signal.throwIfAborted();
        return await request(question, signal, hop => (host = hop.url.host));
      } catch (error) {
        signal.throwIfAborted();
        throw failureOf(error, host);
      }
    },
    async close() {
      await (await transport)?.close();
      transport = undefined;
    },
  };
}

async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, {signal}).catch(() => {});
  signal.throwIfAborted();
}

function headersFor(
  hop: Hop,
  {accept = '*/*', validators = {}}: HttpRequest,
  userAgent: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': hop.userAgent ?? userAgent,
    ...(validators.etag !== undefined && {'if-none-match': validators.etag}),
    ...(validators.lastModified !== undefined && {'if-modified-since': validators.lastModified}),
  };
  for (const [name, value] of Object.entries(hop.headers)) headers[name.toLowerCase()] = value;
  return headers;
}

/** A longer one would be sent back, and servers refuse a request whose head is too large. */
const VALIDATOR_LENGTH = 1000;

function answerOf(
  {status, headers, body}: Received,
  {url, movedTo}: Hop,
  askedAt: number,
  now: number,
): Omit<Answer, 'isPrivate'> {
  const [etag, lastModified] = ['etag', 'last-modified'].map(name => {
    const value = headers.get(name);
    return value !== null && value.length <= VALIDATOR_LENGTH ? value : undefined;
  });
  return {
    status,
    url: url.href,
    ...(movedTo !== undefined && {movedTo}),
    headers,
    body,
    validators: {...(etag !== undefined && {etag}), ...(lastModified !== undefined && {lastModified})},
    askedAt,
    took: now - askedAt,
  };
}

function offline(host: string): HttpError {
  const message = `${host} was not asked: Inkwell is offline.`;
  return new HttpError(
    {kind: 'offline', message, advice: 'Leave out --offline, or set offline to false.'},
    false,
  );
}
