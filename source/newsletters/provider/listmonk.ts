import type {Signup} from '../../domain/newsletter/newsletter.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import {signupBehind} from '../page/signup.ts';
import type {Answer, Meaning, Provider, RequestSignup} from './provider.ts';
import {objectIn, jsonObject} from '../exchange/said.ts';
import {checkInbox, subscribed} from '../exchange/tell.ts';

/**
 * listmonk's public API, which says in JSON what its form says in a page. A form with a puzzle stays with the
 * browser, though the API would not ask for one. Source: knadh/listmonk, cmd/public.go and
 * docs/apis/subscribers.md.
 */
export const listmonk: Provider = {name: 'listmonk', fromForm, read};

function fromForm(form: Form, page: HomePage): Signup | undefined {
  const signup = signupBehind(form, page);
  if (signup?.kind !== 'request' || signup.provider !== 'listmonk' || signup.method === 'json')
    return undefined;
  const lists = [signup.fixed.l ?? []].flat();
  if (lists.length === 0) return signup;
  const url = signup.url.replace(/\/subscription\/form.*$/, '/api/public/subscription');
  return {...signup, url, method: 'json', fixed: {list_uuids: lists}};
}

/** Of an address that is on the list already it says the same. */
function read({status, text}: Answer, signup: RequestSignup): Meaning | undefined {
  const data = status === 200 ? objectIn(jsonObject(text)?.data) : undefined;
  if (typeof data?.has_optin !== 'boolean') return undefined;
  return data.has_optin ? checkInbox(signup) : subscribed(signup);
}
