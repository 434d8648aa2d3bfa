import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export type Answer = string | ((request: IncomingMessage, response: ServerResponse, body: string) => void);

export type Site = Readonly<{
  origin: string;
  /** What answers at each path; may be changed while the site is up. */
  routes: Record<string, Answer>;
  /** "GET /feed.xml", in the order in which they came. */
  requests: string[];
  close: () => Promise<void>;
}>;

/** A real web site on this machine. A text is served with a validator, as a good server does. */
export async function site(routes: Record<string, Answer>): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () =>
      answer(routes[(request.url ?? '').split('?', 1)[0] ?? ''], request, response, body),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    routes,
    requests,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  route: Answer | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  if (typeof route === 'function') return route(request, response, body);
  if (route === undefined) return void response.writeHead(404).end('Not here');
  const etag = `"${route.length}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, {etag}).end();
  const type = route.startsWith('{')
    ? 'application/feed+json'
    : route.includes('<rss')
      ? 'application/rss+xml'
      : 'text/html';
  response.writeHead(200, {'content-type': type, etag}).end(route);
}
