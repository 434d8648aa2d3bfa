import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request as it came over the wire. */
export type Received = Readonly<{
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}>;

/** What a place in the newsroom answers. Whoever wants to misbehave takes the response into its own hands. */
export type Reply =
  | Readonly<{status?: number; headers?: Readonly<Record<string, string>>; body?: string | Uint8Array}>
  | ((response: ServerResponse) => void);

/** Answers a request, or leaves it to the next desk. */
export type Desk = (request: Received, origin: string) => Reply | undefined | Promise<Reply | undefined>;

export type Newsroom = Readonly<{
  /** Without a slash at the end. */
  origin: string;
  /** Everything that was received, the oldest first. */
  requests: readonly Received[];
  /** Ends all connections too. */
  close(): Promise<void>;
}>;

/** A server on this machine whose desks are asked in turn. */
export async function openNewsroom(desks: readonly Desk[], port = 0): Promise<Newsroom> {
  const requests: Received[] = [];
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request);
    requests.push(received);
    for (const desk of desks) {
      const reply = await desk(received, origin);
      if (reply) return send(reply, response);
    }
    send({status: 404, headers: {'content-type': 'text/plain'}, body: 'Nothing is here.\n'}, response);
  }

  return {
    origin,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function receive(request: IncomingMessage): Promise<Received> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  const {method = 'GET', url = '/', headers} = request;
  return {method, url, headers, body: Buffer.concat(pieces).toString('utf8')};
}

function send(reply: Reply, response: ServerResponse): void {
  if (typeof reply === 'function') return reply(response);
  response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
}

export function json(content: unknown, status = 200): Reply {
  return {
    status,
    headers: {'content-type': 'application/json; charset=utf-8'},
    body: JSON.stringify(content),
  };
}

export function page(body: string, status = 200): Reply {
  return {status, headers: {'content-type': 'text/html; charset=utf-8'}, body: `<!doctype html>\n${body}\n`};
}

export function text(body: string, status = 200): Reply {
  return {status, headers: {'content-type': 'text/plain; charset=utf-8'}, body};
}
