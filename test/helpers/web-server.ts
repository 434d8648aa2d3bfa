import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export type Request = Readonly<{
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}>;
export type Answer = Readonly<{
  status?: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
}>;
export type WebServer = Readonly<{
  origin: string;
  /** What was asked for, in order. */
  requests: readonly Request[];
  /** Sets what a path answers; a function decides each time. */
  serve: (path: string, answer: Answer | ((request: Request) => Answer)) => void;
  /** From now on a path takes requests and does not answer. */
  hold: (path: string) => void;
  /** It answers again. */
  release: (path: string) => void;
  close: () => Promise<void>;
}>;

/** A real server on this machine; what nobody set is 404. */
export async function webServer(): Promise<WebServer> {
  const answers = new Map<string, Answer | ((request: Request) => Answer)>();
  const held = new Set<string>();
  const requests: Request[] = [];
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const path = (message.url ?? '/').split('?')[0] ?? '/';
    const request = {
      method: message.method ?? '',
      path,
      headers: message.headers,
      body: Buffer.concat(chunks).toString(),
    };
    requests.push(request);
    if (held.has(path)) return;
    const set = answers.get(path) ?? {status: 404, body: 'not here'};
    const {status = 200, headers = {}, body = ''} = typeof set === 'function' ? set(request) : set;
    response.writeHead(status, headers).end(body);
  };
  const server = createServer((message, response) => void answer(message, response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    serve: (path, set) => void answers.set(path, set),
    hold: path => void held.add(path),
    release: path => void held.delete(path),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
