import {knownAddress} from './newsletter-provider.ts';
import type {KnownAddress} from './newsletter-provider.ts';
import type {Newsletter, Signup} from './newsletter.ts';
import {printableLine} from '../text/printable.ts';
import {decodeReferences} from '../article/references.ts';
import {safeEndpoint, safePage} from './signup-address.ts';

/**
 * A newsletter from what a publisher or a reader wrote, all of it optional and none of it trusted: `heading`,
 * `pitch`, `subscribers`, `promises`, `url`, `method`, `field`, `fixed`, `privacy`, `page`, `provider`; near
 * spellings are understood (`endpoint`, `emailField`, `privacyUrl`, …). A text alone is a service's endpoint
 * or a page. Addresses are resolved against `base`. Undefined when nothing usable is there; never throws.
 */
export function newsletterFrom(value: unknown, base?: string): Newsletter | undefined {
  const said = readable(value);
  if (!said) return undefined;
  const heading = words(said, 'heading', 'title', 'name');
  const pitch = words(said, 'pitch', 'description', 'text', 'summary');
  const subscribers = words(said, 'subscribers', 'subscriberCount', 'subscriber_count', 'readers');
  const privacy = safePage(first(said, 'privacy', 'privacyUrl', 'privacy_url', 'privacyPolicy'), base);
  const promises = promisesOf(first(said, 'promises', 'promise', 'benefits'));
  const signup = signupOf(said, base);
  const isEmpty = signup.kind === 'none' && !heading && !pitch && !subscribers && promises.length === 0;
  if (isEmpty) return undefined;
  return {
    ...(heading && {heading}),
    ...(pitch && {pitch}),
    ...(subscribers && {subscribers}),
    promises,
    ...(privacy && {privacy}),
    signup,
  };
}

type Said = Readonly<Record<string, unknown>>;

function readable(value: unknown): Said | undefined {
  if (typeof value === 'string') return isEndpoint(value) ? {url: value} : {page: value};
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined;
}

function isEndpoint(address: string): boolean {
  const url = safeEndpoint(address);
  const known = url && knownAddress(url);
  return known !== undefined && 'url' in known;
}

function signupOf(said: Said, base: string | undefined): Signup {
  const page = safePage(first(said, 'page', 'pageUrl', 'page_url', 'signupPage'), base);
  const endpoint = safeEndpoint(first(said, 'url', 'endpoint', 'action', 'href'), base);
  const named = words(said, 'provider', 'service')?.toLowerCase();
  const known = endpoint && knownAddress(endpoint, named);
  if (known && 'page' in known) return {kind: 'browser', provider: known.provider, page: page ?? known.page};
  if (endpoint)
    return requestOf(said, known ?? {provider: '', url: endpoint.href, method: 'form', field: 'email'}, page);
  return page === undefined ? {kind: 'none'} : {kind: 'browser', provider: providerOfPage(page, named), page};
}

function requestOf(
  said: Said,
  known: Extract<KnownAddress, {url: string}>,
  page: string | undefined,
): Signup {
  const method = methodOf(first(said, 'method', 'encoding', 'format')) ?? known.method;
  return {
    kind: 'request',
    provider: known.provider || method,
    url: known.url,
    method,
    field: fieldName(first(said, 'field', 'emailField', 'email_field')) ?? known.field,
    fixed: fixedOf(first(said, 'fixed', 'fields', 'hidden')),
    ...(page !== undefined && {page}),
  };
}

function providerOfPage(page: string, named: string | undefined): string {
  return knownAddress(new URL(page))?.provider ?? named ?? 'page';
}

/** `POST` is how both are sent, so it says nothing. */
function methodOf(value: unknown): 'form' | 'json' | undefined {
  if (typeof value !== 'string') return undefined;
  if (/json/i.test(value)) return 'json';
  return /form/i.test(value) ? 'form' : undefined;
}

function fieldName(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
}

const MOST_FIELDS = 50;
const LONGEST_VALUE = 4096;

function fixedOf(value: unknown): Readonly<Record<string, string | readonly string[]>> {
  const entries = Object.entries(
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {},
  );
  const kept = entries.slice(0, MOST_FIELDS).flatMap(([name, content]): [string, string | string[]][] => {
    const values = (Array.isArray(content) ? content.slice(0, MOST_FIELDS) : [content]).map(plain);
    if (name === '__proto__' || values.length === 0 || !values.every(item => item !== undefined)) return [];
    return [[name, Array.isArray(content) ? values : values.join('')]];
  });
  return Object.fromEntries(kept);
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.length <= LONGEST_VALUE ? value : undefined;
}

const MOST_PROMISES = 6;
const LONGEST_WORDS = 600;

function promisesOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_PROMISES) : [value];
  return list.map(shown).filter(promise => promise !== undefined);
}

function words(said: Said, ...names: string[]): string | undefined {
  return shown(first(said, ...names));
}

function shown(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value.toLocaleString('en-US');
  if (typeof value !== 'string') return undefined;
  return printableLine(decodeReferences(value.slice(0, LONGEST_WORDS))) || undefined;
}

function first(said: Said, ...names: string[]): unknown {
  const name = names.find(
    name => Object.hasOwn(said, name) && said[name] !== undefined && said[name] !== null,
  );
  return name === undefined ? undefined : said[name];
}
