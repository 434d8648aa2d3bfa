import {onTestFinished} from 'vitest';
import {
  createHttp,
  type Answer,
  type Http,
  type HttpOptions,
  type HttpRequest,
} from '../../source/http/http.ts';
import {toProblem, type Problem} from '../../source/domain/problem.ts';

export const LIMITS = {bytes: 100_000, seconds: 60, redirects: 3};

/** A client that knows no proxies and waits for nothing between tries; it is closed with the test. */
export function client(options: HttpOptions = {}): Http {
  const http = createHttp({
    limits: LIMITS,
    environment: {},
    random: () => 0,
    pause: async () => {},
    ...options,
  });
  onTestFinished(() => http.close());
  return http;
}

export async function get(
  url: string,
  question: Partial<HttpRequest> = {},
  http: Http = client(),
): Promise<Answer> {
  return http.request({url, ...question}, new AbortController().signal);
}

/** The Problem that a request ends in. */
export async function problemOf(request: Promise<unknown>): Promise<Problem> {
  return request.then(
    () => {
      throw new Error('it worked');
    },
    (error: unknown) => toProblem(error),
  );
}

export function text({body}: Answer): string {
  return new TextDecoder().decode(body);
}
