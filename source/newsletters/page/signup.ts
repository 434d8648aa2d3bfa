import {knownAddress} from '../../domain/newsletter/newsletter-provider.ts';
import type {Signup} from '../../domain/newsletter/newsletter.ts';
import {safeEndpoint, safePage} from '../../domain/newsletter/signup-address.ts';
import {asksForMore, fixedFields, hasVisitToken} from './filled.ts';
import type {Control, Form} from './form.ts';
import type {HomePage} from './markup.ts';
import {emailField, hasCaptcha, isForSomethingElse, speaksOfNewsletter} from './purpose.ts';

/**
 * The sign-up behind a form. One that goes to a known service needs no further proof; of any other the words
 * have to say that it is for a newsletter. What only a browser can send (a puzzle, a box to agree to, a
 * script) gives the page to open.
 */
export function signupBehind(form: Form, page: HomePage): Signup | undefined {
  const email = emailField(form);
  if (!email) return undefined;
  const known = knownAddress(form.action);
  if (known && 'page' in known) return {kind: 'browser', ...known};
  if (!known && (isForSomethingElse(form) || !speaksOfNewsletter(form))) return undefined;
  const provider = known?.provider ?? 'form';
  const isPost = known !== undefined || (form.isStatic && form.method === 'post');
  if (!isPost || needsBrowser(form, email)) return inBrowser(provider, page);
  return {
    kind: 'request',
    provider,
    url: known?.url ?? form.action.href,
    method: 'form',
    field: email.name,
    fixed: fixedFields(form, email),
    page: page.url.href,
  };
}

export function inBrowser(provider: string, page: HomePage): Signup | undefined {
  const address = safePage(page.url.href);
  return address === undefined ? undefined : {kind: 'browser', provider, page: address};
}

/** Anything that a plain request could not honestly fill in. */
function needsBrowser(form: Form, email: Control): boolean {
  return (
    email.name === '' ||
    !safeEndpoint(form.action.href) ||
    hasCaptcha(form) ||
    asksForMore(form, email) ||
    hasVisitToken(form)
  );
}
