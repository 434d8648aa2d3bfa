import {readJsonAnswer} from './json-answer.ts';
import {readPageAnswer} from './page-answer.ts';
import type {Answer, Meaning, RequestSignup} from '../provider/provider.ts';
import {providerNamed} from '../provider/providers.ts';
import {jsonObject, plainWords, saidIn} from './said.ts';
import {spanIn} from './span.ts';
import {accepted, already, broke, needsBrowser, passedOn, rateLimited, refused, unclear} from './tell.ts';
import type {Wait} from './tell.ts';
import {ALREADY, CAPTCHA, REFUSED} from './words.ts';

/**
 * The meaning of an answer: first what its status settles for every service, then the service's own way, then
 * common sense.
 */
export function meaningOf(answer: Answer, signup: RequestSignup, now: number): Meaning {
  const {status} = answer;
  if (status === 429) return rateLimited(signup, waitOf(answer, now));
  if (status === 307 || status === 308) return passedOn(signup, answer.location);
  if (status >= 500) return broke(signup, status, saidIn(jsonObject(answer.text)));
  return providerNamed(signup.provider)?.read?.(answer, signup) ?? readPlainly(answer, signup);
}

function readPlainly(answer: Answer, signup: RequestSignup): Meaning {
  const {status, text, type} = answer;
  if (status >= 300 && status < 400) return readRedirect(answer, signup);
  if (status === 404 || status === 405 || status === 410)
    return refused(signup, `the sign-up is not there (HTTP ${status}).`);
  if (text.trim() === '') return status < 300 ? accepted(signup) : emptyRefusal(status, signup);
  const json = jsonObject(text);
  if (json) return readJsonAnswer(json, status, signup);
  const isPage =
    text.trimStart().startsWith('<') || type === '' || (type.startsWith('text/') && type !== 'text/json');
  if (isPage && !text.includes('\0')) return readPageAnswer(answer, signup);
  return status < 300 ? unclear(signup) : refused(signup, undefined, status);
}

function emptyRefusal(status: number, signup: RequestSignup): Meaning {
  return status === 409 ? already(signup) : refused(signup, undefined, status);
}

/** A browser would go there and show the page; where it leads says most of what that page would. */
function readRedirect({location}: Answer, signup: RequestSignup): Meaning {
  const to = URL.parse(location ?? '', signup.url);
  if (!to) return unclear(signup);
  if (isSameFormElsewhere(to, new URL(signup.url))) return passedOn(signup, location);
  const words = `${to.pathname} ${to.search} ${to.hash}`.replace(/[+_/&=?-]+|%20/g, ' ');
  if (CAPTCHA.test(words) || /\b(?:guard|challenge)\b/i.test(words)) return needsBrowser(signup, to.href);
  if (ALREADY.test(words) || /\balready\b/i.test(words)) return already(signup);
  const isNo = /\b(?:success|ok|status|subscribed|result)\s(?:0|false|no|failure|fail)\b/i.test(words);
  return isNo || REFUSED.test(words)
    ? refused(signup, `it led to a page for errors, ${to.pathname}.`)
    : accepted(signup);
}

/** To https, to `www`, to another house: nothing was taken yet, whatever browsers make of it. */
function isSameFormElsewhere(to: URL, from: URL): boolean {
  return to.origin !== from.origin && to.pathname !== '/' && to.pathname === from.pathname;
}

/**
 * The header's word, else that of the answer. Anything beyond a day becomes a day: nobody waits for a slip of
 * the pen.
 */
function waitOf({retryAfter, text}: Answer, now: number): Wait | undefined {
  const seconds = secondsOf(retryAfter?.trim(), now) ?? secondsIn(text, now);
  return seconds === undefined ? undefined : {seconds: Math.min(Math.max(seconds, 1), 86_400), now};
}

/** Seconds, a moment in seconds since 1970, or a date. */
function secondsOf(stated: string | undefined, now: number): number | undefined {
  if (stated === undefined || stated === '') return undefined;
  const number = /^\d+(?:\.\d+)?$/.test(stated) ? Number(stated) : undefined;
  if (number !== undefined) return number > 1e9 ? Math.ceil(number - now / 1000) : Math.ceil(number);
  const date = Date.parse(stated);
  return Number.isNaN(date) ? undefined : Math.ceil((date - now) / 1000);
}

/** A field of JSON that says it, else the first span of time in the words. */
function secondsIn(text: string, now: number): number | undefined {
  const [, stated] =
    /"(?:retry_?after|retry_in|wait|reset_?(?:at|in)?|expires_?in|available_in)"\s*:\s*"?([\w:.+-]+)"?/i.exec(
      text,
    ) ?? [];
  return secondsOf(stated, now) ?? spanIn(plainWords(text));
}
