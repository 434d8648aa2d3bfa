import type {Http} from './exchange.ts';

export type {Answer, Http, HttpRequest, Reach} from './exchange.ts';

export type HttpOptions = Readonly<{
  /** Every request is refused with a Problem of kind 'offline'. */
  isOffline?: boolean;
  userAgent?: string;
  limits?: Limits;
  /** Where proxies stand: http_proxy, https_proxy, no_proxy. `process.env` if absent. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** From 0 to 1, for jitter. */
  random?: () => number;
  /** Waits so many milliseconds. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}>;

export type Limits = Readonly<{bytes: number; seconds: number; redirects: number}>;

/** The one client of the program. */
export function createHttp(_options: HttpOptions = {}): Http {
  return {
    request: () => Promise.reject(new Error('not built yet')),
    close: () => Promise.resolve(),
  };
}
