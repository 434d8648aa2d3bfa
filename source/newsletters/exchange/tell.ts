import {providerTitle} from '../../domain/newsletter/newsletter-provider.ts';
import {safePage} from '../../domain/newsletter/signup-address.ts';
import type {Meaning, RequestSignup} from '../provider/provider.ts';
import {plainWords} from './said.ts';

/*
 * The sentences for the reader, outcome by outcome. Nothing says more than the service did: that an address
 * was taken is not yet a subscription.
 */

export function checkInbox(signup: RequestSignup): Meaning {
  return {
    outcome: 'check-inbox',
    message: `${nameOf(signup)} has taken the address. Look in your inbox for a mail with a link to confirm.`,
  };
}

/** Taken, and nothing else said. */
export function accepted(signup: RequestSignup): Meaning {
  return {
    outcome: 'check-inbox',
    message: `${nameOf(signup)} has taken the address and says no more. If a mail asks you to confirm, follow its link.`,
  };
}

/** A page came back that says neither yes nor no. */
export function unsure(signup: RequestSignup): Meaning {
  const message = `${nameOf(signup)} answered with a page that says neither yes nor no. If a mail asks you to confirm, follow its link.`;
  return {outcome: 'check-inbox', message, ...pageOf(signup.page)};
}

export function subscribed(signup: RequestSignup): Meaning {
  return {outcome: 'subscribed', message: `${nameOf(signup)} says that you are subscribed.`};
}

export function already(signup: RequestSignup): Meaning {
  return {outcome: 'already', message: `${nameOf(signup)} says that the address is already subscribed.`};
}

/** `said`: the service's own words, a sentence or not; cleaned here, by whatever way they came. */
export function refused(signup: RequestSignup, said: string | undefined, status = 400): Meaning {
  const words = said && plainWords(said);
  const reason = words ? `: ${words.replace(/(?<![.!?…])$/, '.')}` : ` the address (HTTP ${status}).`;
  return {outcome: 'refused', message: `${nameOf(signup)} refused${reason}`};
}

export function needsBrowser(signup: RequestSignup, page = signup.page): Meaning {
  const message = `${nameOf(signup)} wants to see a browser first. Open its page to sign up.`;
  return {outcome: 'needs-browser', message, ...pageOf(page)};
}

/** The time that the service asks to wait; `now` where the moment is to be given too. */
export type Wait = Readonly<{seconds: number; now?: number}>;

export function rateLimited(signup: RequestSignup, wait?: Wait): Meaning {
  const when = wait ? `in ${duration(wait.seconds)}` : 'later';
  return {
    outcome: 'rate-limited',
    message: `${nameOf(signup)} takes no more sign-ups for now. Try again ${when}.`,
    ...(wait?.now !== undefined && {retryAt: new Date(wait.now + wait.seconds * 1000).toISOString()}),
  };
}

/** The server wants the address sent elsewhere, which is not done. */
export function passedOn(signup: RequestSignup, location: string | undefined): Meaning {
  const host = URL.parse(location ?? '', signup.url)?.host;
  const message = `${nameOf(signup)} passes sign-ups on${host ? ` to ${host}` : ''}, and Inkwell sends an address nowhere else.`;
  return signup.page === undefined
    ? {outcome: 'refused', message}
    : {outcome: 'needs-browser', message, ...pageOf(signup.page)};
}

/** An answer came, and it cannot be understood. */
export function unclear(signup: RequestSignup): Meaning {
  const message = `${nameOf(signup)} answered in a way that Inkwell does not understand. Whether you are subscribed is not known.`;
  return {outcome: 'failed', message, isUnknown: true};
}

export function broke(signup: RequestSignup, status: number, words?: string): Meaning {
  const what = words ? `: ${words.replace(/[.…]*$/, '')}` : ` (HTTP ${status})`;
  return {
    outcome: 'failed',
    message: `${nameOf(signup)} had an error of its own${what}. Whether you are subscribed is not known.`,
    isUnknown: true,
  };
}

function nameOf({provider, url}: RequestSignup): string {
  return providerTitle(provider) ?? new URL(url).host;
}

function pageOf(address: string | undefined): {page?: string} {
  const page = safePage(address);
  return page === undefined ? {} : {page};
}

function duration(seconds: number): string {
  if (seconds < 90) return inUnits(seconds, 'second');
  return seconds < 5400 ? inUnits(seconds / 60, 'minute') : inUnits(seconds / 3600, 'hour');
}

function inUnits(count: number, unit: string): string {
  return new Intl.NumberFormat('en', {style: 'unit', unit, unitDisplay: 'long'}).format(Math.ceil(count));
}
