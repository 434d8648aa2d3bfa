import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';
import {toProblem, type Problem} from '../../source/domain/problem.ts';
import type {Fetched, Source} from '../../source/domain/publication/source.ts';
import {createHttp} from '../../source/http/http.ts';
import {createSources, type Sources} from '../../source/sources/sources.ts';

/** What a path answers: a body with its type guessed from the path, or status, headers and body. */
export type Answers = Readonly<
  Record<string, string | readonly [status: number, headers: Readonly<Record<string, string>>, body?: string]>
>;

export type Loaded = Extract<Fetched, {kind: 'loaded'}>;

/** A site on this machine, by path and query; what it doesn't have is 404. Ends with the test. */
export async function site(
  answers: Answers | ((origin: string) => Answers),
): Promise<{origin: string; asked: IncomingMessage[]; paths: () => (string | undefined)[]}> {
  const asked: IncomingMessage[] = [];
  let pages: Answers = {};
  const server = createServer((request, response) => {
    asked.push(request);
    const found = pages[request.url ?? ''];
    const [status, headers, body] =
      typeof found === 'string'
        ? [200, {'content-type': typeOf(request.url ?? '')}, found]
        : (found ?? [404, {}]);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages = typeof answers === 'function' ? answers(origin) : answers;
  return {origin, asked, paths: () => asked.map(({url}) => url)};
}

/** Real sources over a real client. */
export function reader(options: {isOffline?: boolean; now?: () => number} = {}): Sources {
  const http = createHttp({environment: {}, pause: async () => {}, ...options});
  onTestFinished(() => http.close());
  return createSources({http, ...(options.now && {now: options.now})});
}

export async function open(
  location: string,
  source: Partial<Source> = {},
  sources: Sources = reader(),
): Promise<Loaded> {
  const fetched = await sources.open(
    {location, settings: {}, validators: {}, ...source},
    new AbortController().signal,
  );
  if (fetched.kind === 'unchanged') throw new Error('nothing new');
  return fetched;
}

export async function problemIn(work: Promise<unknown>): Promise<Problem> {
  return work.then(
    () => {
      throw new Error('it worked');
    },
    (error: unknown) => toProblem(error),
  );
}

/** A feed with one article, or as many as there are titles. */
export function rss(title: string, ...articles: string[]): string {
  const items = articles.map(
    name =>
      `<item><title>${name}</title><link>/${encodeURIComponent(name)}</link><guid>${name}</guid></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
}

export function page(head: string, body = ''): string {
  return `<!doctype html><html><head><title>A page</title>${head}</head><body>${body}</body></html>`;
}

function typeOf(path: string): string {
  if (/\.xml|feed|rss|atom/u.test(path)) return 'application/rss+xml';
  return /json|api/u.test(path) ? 'application/json' : 'text/html; charset=utf-8';
}
