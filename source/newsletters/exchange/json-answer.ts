import type {Meaning, RequestSignup} from '../provider/provider.ts';
import {saidIn} from './said.ts';
import {spanIn} from './span.ts';
import type {JsonObject} from './said.ts';
import {accepted, already, checkInbox, needsBrowser, rateLimited, refused, subscribed} from './tell.ts';
import {ALREADY, BUSY, CAPTCHA, CHECK_INBOX, SUBSCRIBED} from './words.ts';

/** A JSON answer of nobody in particular: its status, the flags that people use, and its words. */
export function readJsonAnswer(json: JsonObject, status: number, signup: RequestSignup): Meaning {
  const words = saidIn(json) ?? '';
  if (status === 409 || ALREADY.test(words)) return already(signup);
  if (status >= 400 || isRefusal(json)) return complaint(words, status, signup);
  if (json.subscribed === true || json.confirmed === true || SUBSCRIBED.test(words))
    return subscribed(signup);
  return CHECK_INBOX.test(words) ? checkInbox(signup) : accepted(signup);
}

/** Words that came with a no. */
export function complaint(words: string, status: number, signup: RequestSignup): Meaning {
  if (ALREADY.test(words)) return already(signup);
  if (CAPTCHA.test(words)) return needsBrowser(signup);
  if (!BUSY.test(words)) return refused(signup, words, status);
  const seconds = spanIn(words);
  return rateLimited(signup, seconds === undefined ? undefined : {seconds});
}

function isRefusal({ok, success, status, result, error, errors}: JsonObject): boolean {
  const isNo = [ok, success].some(flag => flag === false || flag === 'false' || flag === 0);
  const isFailed = [status, result].some(
    word => typeof word === 'string' && /^(?:error|fail|failed|failure|invalid|refused)$/i.test(word),
  );
  return isNo || isFailed || isSomething(error) || isSomething(errors);
}

function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}
