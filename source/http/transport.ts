import {request} from 'undici';
import type {Deadline} from './deadline.ts';
import {createDispatchers, type Environment} from './dispatchers.ts';
import type {Reach} from './exchange.ts';
import {receiveBody, tooLarge} from './receive-body.ts';
import {isRedirect} from './redirect.ts';

export type Sending = Readonly<{
  url: URL;
  method: 'GET' | 'POST';
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
}>;

/** One request and its answer, redirects included as answers. The only place where the program enters the network. */
export type Transport = Readonly<{
  send(sending: Sending): Promise<Received>;
  close(): Promise<void>;
}>;

export function createTransport(environment: Environment): Transport {
  const dispatchers = createDispatchers(environment);
  return {
    async send({url, method, headers, body, maxBytes, overflow, reach, deadline}) {
      const isOnce = method === 'POST';
      const dispatcher = dispatchers[isOnce ? 'once' : 'for'](url.hostname, reach);
      deadline.touch();
      try {
        const answer = await request(url, {
          dispatcher,
          method,
          headers,
          signal: deadline.signal,
          ...(body !== undefined && {body}),
        });
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
          return {status: answer.statusCode, headers: received, body: content, isPrivate};
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

/** Cookies are dropped here, so that nothing can keep them. Values stay byte for byte. */
function headersOf(fields: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'set-cookie' || value === undefined) continue;
    for (const line of [value].flat()) {
      try {
        headers.append(name, line);
      } catch {
        // A value with a control character: the field counts as not sent.
      }
    }
  }
  return headers;
}
