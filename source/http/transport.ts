import {isUtf8} from 'node:buffer';
import type {LookupFunction} from 'node:net';
import type {Readable} from 'node:stream';
import request from 'undici/lib/api/api-request.js';
import type {Deadline} from './deadline.ts';
import {createDispatchers, type Environment} from './dispatchers.ts';
import type {Reach} from './exchange.ts';
import {receiveBody, tooLarge} from './receive-body.ts';
import {isRedirect} from './redirect.ts';

export type Sending = Readonly<{
  url: URL;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** It changes nothing at the server. */
  isQuestion: boolean;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  maxBytes: number;
  overflow: 'fail' | 'cut';
  reach: Reach;
  deadline: Deadline;
}>;

export type Received = Readonly<{
  status: number;
  headers: Headers;
  body: Uint8Array;
  /** The host that answered has a private address. */
  isPrivate: boolean;
  /** It set a cookie, which is neither stored nor sent back. */
  hasCookie?: boolean;
}>;

/**
 * One request and its answer, redirects included as answers. The only place where the program enters the
 * network.
 */
export type Transport = Readonly<{
  send(sending: Sending): Promise<Received>;
  close(): Promise<void>;
}>;

export function createTransport(environment: Environment): Transport {
  const dispatchers = createDispatchers(environment);
  return {
    async send({url, method, isQuestion, headers, body, maxBytes, overflow, reach, deadline}) {
      const isOnce = !isQuestion;
      const dispatcher = dispatchers[isOnce ? 'once' : 'for'](url.hostname, reach);
      const lookup = method === 'GET' ? dispatchers.direct(url, reach) : undefined;
      deadline.touch();
      try {
        const answer = await leniently(
          () =>
            request.call(dispatcher, {
              origin: url.origin,
              path: url.pathname + url.search,
              method,
              headers,
              signal: deadline.signal,
              ...(body !== undefined && {body}),
            }),
          lookup && (() => askLeniently(url, {headers, lookup, signal: deadline.signal})),
        );
        deadline.touch();
        // An aborted body says so by an event too, when nobody reads it any more.
        answer.body.on('error', () => {});
        const received = headersOf(answer.headers);
        const encoding = received.get('content-encoding') ?? '';
        // A redirect's body is hardly ever read; it must not cost what a page may.
        const most = isRedirect(answer.statusCode) ? Math.min(maxBytes, 65_536) : maxBytes;
        const isCut = overflow === 'cut' || most < maxBytes;
        try {
          if (!isCut && encoding === '' && Number(received.get('content-length')) > most)
            throw tooLarge(url.host, most);
          const content = await receiveBody(answer.body, {
            encoding,
            maxBytes: most,
            overflow: isCut ? 'cut' : 'fail',
            host: url.host,
            onPiece: deadline.touch,
            signal: deadline.signal,
          });
          const isPrivate = dispatchers.isPrivate(url.hostname);
          const hasCookie = answer.headers['set-cookie'] !== undefined;
          return {status: answer.statusCode, headers: received, body: content, isPrivate, hasCookie};
        } finally {
          answer.body.destroy();
        }
      } finally {
        deadline.rest();
        if (isOnce) await dispatcher.destroy();
      }
    },
    close: () => dispatchers.close(),
  };
}

type Reply = Readonly<{
  statusCode: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}>;

/**
 * Reads what undici's parser refuses, and browsers and curl read: control characters in a header, line feeds
 * alone. A header whose bytes were lost in it is asked for again, too.
 */
async function leniently(
  ask: () => Promise<Reply>,
  again: (() => Promise<Reply>) | undefined,
): Promise<Reply> {
  try {
    const reply = await ask();
    if (!again || !String(reply.headers['location'] ?? '').includes('\ufffd')) return reply;
    reply.body.on('error', () => {}).destroy();
  } catch (error) {
    const {code, name} = error as NodeJS.ErrnoException;
    if (!again || !/^HPE_(?!HEADER_OVERFLOW)|HTTPParserError/u.test(`${code ?? ''}${name}`)) throw error;
  }
  return again();
}

/** A GET over a connection of its own by Node's parser, which may be told to forgive. */
async function askLeniently(
  url: URL,
  {
    headers,
    lookup,
    signal,
  }: Pick<Sending, 'headers'> & Readonly<{lookup: LookupFunction; signal: AbortSignal}>,
): Promise<Reply> {
  const {request: send} = await (url.protocol === 'https:' ? import('node:https') : import('node:http'));
  return new Promise((resolve, reject) => {
    send(url, {
      agent: false,
      headers,
      lookup,
      signal,
      insecureHTTPParser: true,
      maxHeaderSize: 65_536,
      rejectUnauthorized: true,
    })
      .on('error', reject)
      .on('response', answer => {
        const fields = Object.entries(answer.headers).map(
          ([name, value]) => [name, fromBytes(value)] as const,
        );
        resolve({statusCode: answer.statusCode ?? 0, headers: Object.fromEntries(fields), body: answer});
      })
      .end();
  });
}

/** Node gives each byte of a header as a character; undici reads them as UTF-8. */
function fromBytes(value: string | string[] | undefined): string | string[] | undefined {
  if (typeof value !== 'string' || !/[^\x00-\x7f]/u.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}

/** Cookies are dropped here, so that nothing can keep them. Values stay byte for byte. */
function headersOf(fields: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'set-cookie' || value === undefined) continue;
    for (const line of [value].flat()) {
      try {
        headers.append(name, asBytes(line));
      } catch {
        // A value with a control character: the field counts as not sent.
      }
    }
  }
  return headers;
}

/** A header holds bytes, each as a character: what undici read as UTF-8 becomes that again. */
function asBytes(value: string): string {
  return /[^\x00-\xff]/u.test(value) ? Buffer.from(value, 'utf8').toString('latin1') : value;
}
