import type {Answer, Meaning, Provider, RequestSignup, SignupRequest} from './provider.ts';
import {complaint} from '../exchange/json-answer.ts';
import {jsonObject, plainWords} from '../exchange/said.ts';
import {accepted, checkInbox, needsBrowser, subscribed, unclear} from '../exchange/tell.ts';
import {CAPTCHA, CHECK_INBOX} from '../exchange/words.ts';

/**
 * `post-json`, what its embedded form calls when scripts run: a GET with the address in its query, answered
 * in JSONP with status 200 whatever happened. Source: public libraries that call it; the vendor documents the
 * form alone.
 */
export const mailchimp: Provider = {name: 'mailchimp', request, read};

function request(signup: RequestSignup, email: string): SignupRequest {
  const url = new URL(signup.url);
  url.pathname = url.pathname.replace(/\/subscribe(?:\/post(?:-json)?)?\/?$/, '/subscribe/post-json');
  url.searchParams.set(signup.field, email);
  for (const [name, value] of Object.entries(signup.fixed)) {
    if (name !== signup.field && name !== 'subscribe') url.searchParams.set(name, [value].flat().join(','));
  }
  url.searchParams.set('c', 'inkwell');
  return {method: 'GET', url: url.href, accept: 'application/javascript, application/json;q=0.9, */*;q=0.5'};
}

function read(answer: Answer, signup: RequestSignup): Meaning | undefined {
  if (answer.status !== 200) return undefined;
  const {result, msg} = jsonObject(withoutCall(answer.text)) ?? {};
  const words = plainWords(typeof msg === 'string' ? msg.replace(/^\d+ - /, '') : '');
  if (result === 'error')
    return CAPTCHA.test(words) ? needsBrowser(signup, hostedForm(signup)) : complaint(words, 400, signup);
  if (result !== 'success') return unclear(signup);
  if (CHECK_INBOX.test(words)) return checkInbox(signup);
  return words ? subscribed(signup) : accepted(signup);
}

/** The value that a JSONP answer calls its function with. */
function withoutCall(text: string): string {
  const [from, to] = [text.indexOf('('), text.lastIndexOf(')')];
  return from < to ? text.slice(from + 1, to) : text;
}

/** The same form on Mailchimp's own page. */
function hostedForm({url}: RequestSignup): string {
  const page = new URL(url);
  page.pathname = page.pathname.replace(/\/subscribe\/post(?:-json)?\/?$/, '/subscribe');
  return page.href;
}
