import type {Problem} from '../domain/problem.ts';
import {ProblemError} from '../domain/problem.ts';
import {printableLine} from '../domain/text/printable.ts';
import type {Answer, Http} from '../http/http.ts';
import {refusalOf} from '../http/failure/refusal.ts';
import {parseJson} from '../domain/text/parse-json.ts';

/** Milliseconds: some servers write one mark a transaction, so a hundred take seconds. */
export const WRITING = 90_000;
export const READING = 60_000;

export type Question = Readonly<{
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** A POST with this body. */
  body?: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  type?: string;
  /** A POST that changes nothing. */
  isQuestion?: boolean;
}>;

/**
 * Asks a server and counts. No redirect is followed: the name, the password and the token stay with one
 * origin.
 */
export class Asking {
  count = 0;
  readonly #http: Http;
  readonly #signal: AbortSignal;
  readonly #now: () => number;

  constructor(http: Http, signal: AbortSignal, now: () => number) {
    this.#http = http;
    this.#signal = signal;
    this.#now = now;
  }

  async ask({url, headers = {}, body, method, type, isQuestion = false}: Question): Promise<Answer> {
    this.count++;
    const isWriting = !isQuestion && (body !== undefined || (method !== undefined && method !== 'GET'));
    return this.#http.request(
      {
        url,
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          ...headers,
          ...(body !== undefined && {'content-type': type ?? 'application/x-www-form-urlencoded'}),
        },
        ...(body !== undefined && {body}),
        ...(isQuestion && {isQuestion}),
        accept: 'application/json, text/plain;q=0.9, */*;q=0.5',
        redirects: 'none',
        // Anybody on the way can read plain http; at home nobody but the household is on it.
        ...(/^http:/iu.test(url) && {reach: 'private-only'}),
        totalTimeout: isWriting ? WRITING : READING,
        idleTimeout: isWriting ? WRITING : READING,
      },
      this.#signal,
    );
  }

  /** The Problem of an answer that is none; undefined where it is one. */
  refusal(answer: Answer): Problem | undefined {
    const {status, url, headers} = answer;
    const {host} = new URL(url);
    if (status >= 300 && status < 400) return redirected(host, headers.get('location'), url);
    const problem = refusalOf(answer, this.#now());
    if (status !== 401 && status !== 403) return problem;
    return {
      kind: 'denied',
      message: `${host} does not accept the name or the password (${status}).`,
      advice: 'Many servers have a password of its own for other programs: docs/sync.md says where.',
    };
  }

  /** Throws where the answer is a refusal. */
  accepted(answer: Answer): Answer {
    const problem = this.refusal(answer);
    if (problem) throw new ProblemError(problem);
    return answer;
  }
}

function redirected(host: string, location: string | null, from: string): Problem {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : undefined;
  const isElsewhere = to !== undefined && to.origin !== new URL(from).origin;
  return {
    kind: 'unsafe',
    message: isElsewhere
      ? `${host} sends on to ${printableLine(to.origin)}. The password was not sent there.`
      : `${host} sends on to another address, which is not followed.`,
    advice: 'If that is the right place, add the account again with that address.',
  };
}

/** Lists with more pages or ids, or that take longer, have no end. */
export const MOST_PAGES = 2000;
export const MOST_IDS = 2_000_000;
export const LIST_MINUTES = 10;

/** Called before each page of a list with the ids read so far; throws where the list has no end. */
export function listLimit(base: string, now: () => number = Date.now): (ids: number) => void {
  const start = now();
  let pages = 0;
  return ids => {
    if (++pages <= MOST_PAGES && ids <= MOST_IDS && now() - start <= LIST_MINUTES * 60_000) return;
    throw new ProblemError({
      kind: 'too-large',
      message: `${new URL(base).host} lists articles without an end, so nothing was taken from it.`,
    });
  };
}

const decoder = new TextDecoder();

export function textOf({body}: Answer): string {
  return decoder.decode(body);
}

/**
 * An object of JSON, whatever type the answer claims to be; anything else is a fault of the server or of
 * something before it.
 */
export function objectOf(answer: Answer): Readonly<Record<string, unknown>> {
  const value = jsonOf(answer);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw malformed(answer, 'with something else than what was asked for');
}

export function jsonOf(answer: Answer): unknown {
  const text = textOf(answer)
    .replace(/^\uFEFF/u, '')
    .trim();
  try {
    return parseJson(text);
  } catch {
    throw malformed(answer, text.startsWith('<') ? PAGE : 'with something that ends early or is no JSON');
  }
}

const PAGE = 'with a web page';

/** A web page where an answer of the API belongs: a sign-in page, or a site without this API. */
export function isPage(answer: Answer): boolean {
  return /^\s*</u.test(textOf(answer).slice(0, 200));
}

export function malformed({url}: Answer, how: string): ProblemError {
  const {host} = new URL(url);
  return new ProblemError({
    kind: 'malformed',
    message: `${host} answered ${how}, so nothing was taken from it.`,
    advice:
      how === PAGE
        ? 'A sign-in page or a proxy may stand before the API. "inkwell account test" shows more.'
        : 'Try again later.',
  });
}

export function pageProblem(answer: Answer): ProblemError {
  return malformed(answer, PAGE);
}
