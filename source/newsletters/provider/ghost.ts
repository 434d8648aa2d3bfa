import type {Signup} from '../../domain/newsletter/newsletter.ts';
import {safeEndpoint} from '../../domain/newsletter/signup-address.ts';
import {printableLine} from '../../domain/text/printable.ts';
import type {Form} from '../page/form.ts';
import type {HomePage} from '../page/markup.ts';
import type {Answer, Ask, Meaning, Offer, Provider, RequestSignup, SignupRequest} from './provider.ts';
import {checkInbox} from '../exchange/tell.ts';
import {postJson} from './plain.ts';

/**
 * Ghost's members: a token that shows a fresh visit, then a request for a mail with a link. Sites before 5.90
 * serve no token and ask for none. Source: Ghost's own end-to-end tests (send-magic-link) and its Portal.
 */
export const ghost: Provider = {name: 'ghost', fromForm, fromPage, request, read};

const ENDPOINT = 'members/api/send-magic-link/';

/** `data-members-form` without a value signs up as well; with "signin" it is a login. */
function fromForm({element, controls}: Form, page: HomePage): Signup | undefined {
  const type = element.attribs['data-members-form'];
  if (type === undefined || !/^(?:|subscribe|signup)$/.test(type)) return undefined;
  const labels = controls
    .filter(one => one.element.attribs['data-members-label'] !== undefined)
    .map(({value}) => value);
  return signupAt(siteOf(page), {...(type && {emailType: type}), ...(labels.length > 0 && {labels})});
}

/** The Portal of a Ghost site, or its sign-up form embedded elsewhere, which says its own words. */
function fromPage(page: HomePage): Offer | undefined {
  const scripts = page.elements.filter(({name}) => name === 'script');
  const embed = scripts.find(
    ({attribs}) =>
      /\/signup-form(?:\.min)?\.js|ghost\/signup-form@/.test(attribs.src ?? '') && attribs['data-site'],
  );
  const portal = scripts.find(
    ({attribs}) => /\/portal(?:\.min)?\.js|ghost\/portal@/.test(attribs.src ?? '') && attribs['data-ghost'],
  );
  const signup = signupAt(embed?.attribs['data-site'] ?? portal?.attribs['data-ghost'], {});
  if (!signup) return undefined;
  const heading = printableLine(embed?.attribs['data-title'] ?? '');
  const pitch = printableLine(embed?.attribs['data-description'] ?? '');
  return {signup, words: {...(heading && {heading}), ...(pitch && {pitch}), promises: []}};
}

function siteOf({elements, url}: HomePage): string {
  return elements.find(({attribs}) => attribs['data-ghost'])?.attribs['data-ghost'] ?? url.origin;
}

function signupAt(address: string | undefined, fixed: RequestSignup['fixed']): RequestSignup | undefined {
  const site = safeEndpoint(address?.replace(/\/?$/, '/'));
  if (!site) return undefined;
  const page = new URL('#/portal/signup', site).href;
  return {
    kind: 'request',
    provider: 'ghost',
    url: new URL(ENDPOINT, site).href,
    method: 'json',
    field: 'email',
    fixed,
    page,
  };
}

async function request(signup: RequestSignup, email: string, ask: Ask): Promise<SignupRequest> {
  const token = await ask(new URL('../integrity-token/', signup.url).href);
  const isToken = token !== undefined && /^[\w.:+/=-]{8,2000}$/.test(token);
  const content = {email, emailType: 'signup', ...signup.fixed};
  return postJson(signup.url, {
    ...content,
    email,
    ...(isToken && {integrityToken: token}),
  });
}

/** Existing members get the same answer and another mail: nothing is disclosed. */
function read({status}: Answer, signup: RequestSignup): Meaning | undefined {
  return status === 200 || status === 201 ? checkInbox(signup) : undefined;
}
