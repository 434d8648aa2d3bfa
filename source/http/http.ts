import {setTimeout as wait} from 'node:timers/promises';
import {ProblemError} from '../domain/problem.ts';
import {createDeadline, type Deadline} from './deadline.ts';
import type {Answer, Http, HttpRequest} from './exchange.ts';
import {failureOf, isPassing} from './failure.ts';
import {createPoliteness, type Timing} from './politeness.ts';
import {firstHop, followRedirect, isRedirect, type Hop} from './redirect.ts';
import {retryTime} from './retry-after.ts';
import type {Received, Transport} from './transport.ts';

export type {Answer, Http, HttpRequest, Reach} from './exchange.ts';

export type HttpOptions = Readonly<{
  /** Every request is refused with a Problem of kind 'offline'. */
  isOffline?: boolean;
  userAgent?: string;
  limits?: Limits;
  /** Where proxies stand: http_proxy, https_proxy, no_proxy. `process.env` if absent. */
  environment?: Readonly<Record<string, string | undefined>>;
}> &
  Partial<Timing>;

/** `seconds` is for one request with all its redirects; half of it may pass in silence. */
export type Limits = Readonly<{bytes: number; seconds: number; redirects: number}>;

const LIMITS: Limits = {bytes: 20_000_000, seconds: 20, redirects: 5};
const USER_AGENT = 'Inkwell (a reader for the terminal)';
/** Milliseconds before each further try of a GET that broke on the way. */
const TRIES = [300, 900] as const;

/** The one client of the program. undici is loaded with the first request. */
export function createHttp({
  isOffline = false,
  userAgent = USER_AGENT,
  limits = LIMITS,
  environment = process.env,
  ...timing
}: HttpOptions = {}): Http {
  const {now = Date.now, random = Math.random, pause = pauseFor} = timing;
  const inTurn = createPoliteness({now, random, pause});
  let transport: Promise<Transport> | undefined;
  const enter = () =>
    (transport ??= import('./transport.ts').then(({createTransport}) => createTransport(environment)));

  /** One hop, tried again where that is safe. */
  const exchange = async (hop: Hop, request: HttpRequest, deadline: Deadline): Promise<Received> => {
    const {method = 'GET', body, maxBytes = limits.bytes, reach = 'anywhere'} = request;
    const headers = headersFor(hop, request, userAgent);
    const sending = {
      url: hop.url,
      method,
      headers,
      maxBytes,
      reach,
      deadline,
      ...(body !== undefined && {body}),
    };
    const {send} = await enter();
    const tries = method === 'GET' ? TRIES : [];
    for (const again of tries) {
      try {
        const received = await send(sending);
        if (!isBusy(received)) return received;
      } catch (error) {
        deadline.signal.throwIfAborted();
        if (!isPassing(error)) throw failureOf(error, hop.url.host);
      }
      await pause(again + random() * again, deadline.signal);
    }
    try {
      return await send(sending);
    } catch (error) {
      deadline.signal.throwIfAborted();
      throw failureOf(error, hop.url.host);
    }
  };

  return {
    async request(request, signal) {
      signal.throwIfAborted();
      let hop = firstHop(request);
      if (isOffline) throw offline(hop.url.host);
      const {
        method = 'GET',
        redirects = 'follow',
        totalTimeout = limits.seconds * 1000,
        idleTimeout = totalTimeout / 2,
      } = request;
      const deadline = createDeadline({total: totalTimeout, idle: idleTimeout}, () => hop.url.host, signal);
      let askedAt: number | undefined;
      for (;;) {
        const received = await inTurn(hop.url, signal, () => {
          askedAt ??= now();
          return exchange(hop, request, deadline);
        });
        const location = received.headers.get('location');
        const isFollowed =
          isRedirect(received.status) && location !== null && method === 'GET' && redirects === 'follow';
        if (!isFollowed) return answerOf(received, hop, askedAt ?? now(), now());
        hop = followRedirect(hop, received.status, location, limits.redirects);
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

/** A gateway without its server. One that says when to come back is not asked before. */
function isBusy({status, headers}: Received): boolean {
  return (
    (status === 502 || status === 503 || status === 504) &&
    retryTime(headers.get('retry-after'), 0) === undefined
  );
}

function answerOf(
  {status, headers, body}: Received,
  {url, movedTo}: Hop,
  askedAt: number,
  now: number,
): Answer {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    status,
    url: url.href,
    ...(movedTo !== undefined && {movedTo}),
    headers,
    body,
    validators: {...(etag !== null && {etag}), ...(lastModified !== null && {lastModified})},
    askedAt,
    took: now - askedAt,
  };
}

function offline(host: string): ProblemError {
  return new ProblemError({
    kind: 'offline',
    message: `${host} was not asked: Inkwell is offline.`,
    advice: 'Leave out --offline, or set offline to false.',
  });
}
