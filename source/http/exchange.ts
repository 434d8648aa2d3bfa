import {ProblemError} from '../domain/problem.ts';
import type {Problem} from '../domain/problem.ts';
import type {Validators} from '../domain/publication/source.ts';

/** One question to a server. */
export type HttpRequest = Readonly<{
  /** http or https; a name and password in it become a header for that origin. */
  url: string;
  /**
   * A request other than GET is sent once: never tried again, and its redirect is an answer like any other.
   */
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent to the request's own origin only; a redirect to another one leaves them behind. */
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  accept?: string;
  /** Instead of the program's own. */
  userAgent?: string;
  /** Of an earlier answer: the server may then say 304. */
  validators?: Validators;
  /** A GET that must not be tried again either; a POST never is. */
  once?: boolean;
  /** A POST that changes nothing: its connection is used again, and it is tried again as a GET is. */
  isQuestion?: boolean;
  /** Bytes of the body after decompression; the limit that is set if absent. */
  maxBytes?: number;
  /**
   * The treatment of a longer body: the request fails, or the answer holds its beginning. 'fail' if absent.
   */
  overflow?: 'fail' | 'cut';
  /** Milliseconds for everything: redirects, further tries, the whole body. */
  totalTimeout?: number;
  /** Milliseconds without a byte. */
  idleTimeout?: number;
  /** A GET follows unless told otherwise. */
  redirects?: 'follow' | 'none';
  /** 'anywhere' if absent. */
  reach?: Reach;
}>;

/**
 * The hosts that may be asked. An address that a person typed may lie anywhere, but its redirects are
 * 'public-only' unless it was private itself. A request that an article or a page causes is 'public-only', so
 * that it can't make us ask a router or a service on this machine. `publicOr` allows one host besides,
 * wherever it lies: a source that is private itself. 'public-or-here' is for what comes from this machine.
 * 'private-only' is for secrets over plain http, which anybody on the way could read. Names are judged by the
 * addresses that are connected to, on every hop.
 */
export type Reach =
  | 'anywhere'
  | 'public-only'
  | 'public-or-here'
  | 'private-only'
  | Readonly<{publicOr: string}>;

/** The reason why no answer came, and whether the server may have had the request by then. */
export class HttpError extends ProblemError {
  override name = 'HttpError';
  /**
   * False only when it is sure that nothing but the connection was tried: no name, no route, no TLS, offline.
   */
  readonly mayHaveArrived: boolean;

  constructor(problem: Problem, mayHaveArrived: boolean, options?: ErrorOptions) {
    super(problem, options);
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** Any status is an answer; only what kept an answer from coming is thrown, as an HttpError. */
export type Answer = Readonly<{
  status: number;
  /** The address that the answer comes from, after redirects. */
  url: string;
  /** The address to ask from now on: where permanent redirects, and only those, led. */
  movedTo?: string;
  headers: Headers;
  /** Decompressed. */
  body: Uint8Array;
  /** The ETag and Last-Modified as they stand in the headers. */
  validators: Validators;
  /** The host that was asked first has a private address: loopback, or in the local network. */
  isPrivate: boolean;
  /** Milliseconds since the epoch when the request went out. */
  askedAt: number;
  /** Milliseconds it took, waiting for our turn left out. */
  took: number;
}>;

export interface Http {
  /** Aborting the signal throws its reason. */
  request(request: HttpRequest, signal: AbortSignal): Promise<Answer>;
  /** Ends idle connections, so that the program can end. */
  close(): Promise<void>;
}
