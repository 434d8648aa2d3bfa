import type {Signup} from '../../domain/newsletter/newsletter.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import {signupBehind} from '../page/signup.ts';
import {complaint} from '../exchange/json-answer.ts';
import type {Answer, Meaning, Provider, RequestSignup} from './provider.ts';
import {accepted} from '../exchange/tell.ts';

/**
 * Sendy, which people host themselves: `/subscribe` with an encrypted `list`. It answers with a page, or with
 * one line of text when the form says `boolean=true`. Source: sendy.co/api.
 */
export const sendy: Provider = {name: 'sendy', fromForm, read};

function fromForm(form: Form, page: HomePage): Signup | undefined {
  const names = new Set(form.controls.map(({name}) => name));
  const isSendy =
    /\/subscribe(?:\.php)?\/?$/.test(form.action.pathname) &&
    names.has('list') &&
    (names.has('hp') || names.has('subform'));
  const signup = isSendy ? signupBehind(form, page) : undefined;
  return signup && signup.kind !== 'none' ? {...signup, provider: 'sendy'} : undefined;
}

function read({text, status}: Answer, signup: RequestSignup): Meaning | undefined {
  const line = text.trim();
  if (status !== 200 || line.length > 100 || line.startsWith('<')) return undefined;
  return line === '1' || line === 'true' ? accepted(signup) : complaint(line, 400, signup);
}
