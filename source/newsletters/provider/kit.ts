import type {Signup} from '../../domain/newsletter/newsletter.ts';
import {safePage} from '../../domain/newsletter/signup-address.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import {inBrowser, signupBehind} from '../page/signup.ts';
import type {Answer, Meaning, Offer, Provider, RequestSignup} from './provider.ts';
import {complaint} from '../exchange/json-answer.ts';
import {objectIn, jsonObject, saidIn} from '../exchange/said.ts';
import {accepted, checkInbox, needsBrowser, subscribed} from '../exchange/tell.ts';
import {postForm} from './plain.ts';

/**
 * Kit, once ConvertKit: its form, which answers in JSON when asked to, with status 200 for a refusal too.
 * Source: form code in public repositories; the vendor does not document the form's JSON.
 */
export const kit: Provider = {
  name: 'kit',
  fromForm,
  fromPage,
  request: (signup, email) => ({...postForm(signup, email), accept: 'application/json'}),
  read,
};

function fromForm(form: Form, page: HomePage): Signup | undefined {
  const signup = signupBehind(form, page);
  if (signup?.kind !== 'request' || signup.provider !== 'kit') return undefined;
  const options = objectIn(objectIn(jsonObject(form.element.attribs['data-options'] ?? ''))?.settings);
  return objectIn(options?.recaptcha)?.enabled === true ? inBrowser('kit', page) : signup;
}

/** A script that draws the form; beside it, under the same address, stands the form's own page. */
function fromPage({elements, base}: HomePage): Offer | undefined {
  const script = elements.find(
    ({name, attribs}) =>
      name === 'script' && attribs['data-uid'] && /\.(?:ck\.page|kit\.com)\//.test(attribs.src ?? ''),
  );
  const page = safePage(script?.attribs.src?.slice(0, 2000).replace(/\/index\.js(?:\?.*)?$/, ''), base.href);
  return page === undefined
    ? undefined
    : {signup: {kind: 'browser', provider: 'kit', page}, words: {promises: []}};
}

function read({text, status}: Answer, signup: RequestSignup): Meaning | undefined {
  const json = jsonObject(text);
  if (!json || status >= 400) return undefined;
  const state = objectIn(json.subscription)?.state;
  if (state !== undefined) return state === 'active' ? subscribed(signup) : checkInbox(signup);
  if (json.status === 'quarantined')
    return needsBrowser(signup, typeof json.url === 'string' ? json.url : signup.page);
  if (json.status === 'failed') return complaint(saidIn(json) ?? '', 400, signup);
  return json.status === 'success' ? accepted(signup) : undefined;
}
