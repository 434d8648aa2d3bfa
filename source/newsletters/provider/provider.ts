import type {Outcome, Signup} from '../../domain/newsletter/newsletter.ts';
import type {Words} from '../page/beside.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';

/** A sign-up that takes an address from us. */
export type RequestSignup = Extract<Signup, {kind: 'request'}>;

/** A sign-up that a page offers, with the words beside it. */
export type Offer = Readonly<{signup: Exclude<Signup, {kind: 'none'}>; words: Words}>;

/** The one request that carries the address. */
export type SignupRequest = Readonly<{
  method: 'GET' | 'POST';
  url: string;
  accept: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}>;

/** An answer that came back, at most 64 kB of it. */
export type Answer = Readonly<{
  status: number;
  /** Without parameters, lower case; empty when none was stated. */
  type: string;
  text: string;
  location?: string;
  retryAfter?: string;
}>;

/** The meaning of an answer; the exchange adds the host. */
export type Meaning = Omit<Outcome, 'host'>;

/**
 * A question of providers before they build a request: a text at a path of the sign-up's own origin, absent
 * when there is none.
 */
export type Ask = (path: string) => Promise<string | undefined>;

/**
 * A newsletter service. What it leaves out is done as for a plain form or a JSON endpoint
 * (providers/plain.ts).
 */
export type Provider = Readonly<{
  name: string;
  /** From a form of its own; `undefined` when the form is not its. */
  fromForm?: (form: Form, page: HomePage) => Signup | undefined;
  /** From frames, scripts and meta elements. */
  fromPage?: (page: HomePage) => Offer | undefined;
  request?: (signup: RequestSignup, email: string, ask: Ask) => SignupRequest | Promise<SignupRequest>;
  /** `undefined`: nothing of its own in this answer; it is read as any other. */
  read?: (answer: Answer, signup: RequestSignup) => Meaning | undefined;
}>;
