import {siteOf as siteOfHost} from './look-alike.ts';
import {isServiceHost, providerTitle} from './newsletter-provider.ts';
import type {Newsletter, Signup} from './newsletter.ts';
import type {Publication} from '../publication/publication.ts';
import {isLoopbackHost} from '../publication/location.ts';
import {britishDate} from '../text/british-date.ts';

export type SignupFacts = Readonly<{
  /**
   * The host that gets the address, port included when it is not the usual one; absent where nothing is sent.
   */
  host?: string;
  /** The service as its makers write it: "Buttondown". */
  service?: string;
  /** The host is under another registrable domain than the publication. */
  isElsewhere: boolean;
  /** Elsewhere, and not at the service that it says, or at none: a stranger's host. */
  isForeign: boolean;
  /** The receiver of the address, one sentence. */
  where: string;
  /** The consequence of sending it, one sentence. */
  next: string;
  /**
   * The place and time at which the sign-up was found, one sentence; absent where the reader or the
   * publication named it.
   */
  found?: string;
}>;

/** Describes a sign-up before an address is sent: who gets it, and what happens then. */
export function describeSignup(newsletter: Newsletter, publication: Publication): SignupFacts {
  const {signup} = newsletter;
  if (signup.kind === 'none') return NOWHERE;
  const url = new URL(signup.kind === 'request' ? signup.url : signup.page);
  const isElsewhere = isAnotherSite(url, publication);
  const isHosted = isServiceHost(url, signup.provider);
  // Whoever names a service and another host is not that service.
  const service = isHosted || !isElsewhere || newsletter.isOwn ? providerTitle(signup.provider) : undefined;
  const isForeign = signup.kind === 'request' && isElsewhere && !isHosted && !newsletter.isOwn;
  return {
    host: url.host,
    ...(service !== undefined && {service}),
    isElsewhere,
    isForeign,
    where: signup.kind === 'request' ? goesTo(url, service, {isElsewhere, isForeign}) : opens(url, service),
    ...foundOn(newsletter),
    next: signup.kind === 'request' ? whatFollows(signup) : 'Inkwell sends nothing itself.',
  };
}

const NOWHERE: SignupFacts = {
  isElsewhere: false,
  isForeign: false,
  where: 'This publication has no sign-up that Inkwell can reach.',
  next: 'Your wish is noted on this machine and nothing is sent.',
};

function foundOn({foundOn: page, foundAt}: Newsletter): {found?: string} {
  if (page === undefined) return {};
  const day = britishDate(new Date(foundAt ?? ''), 'long', undefined);
  return {found: `Found at ${page}${day === undefined ? '' : ` on ${day}`}.`};
}

/**
 * Domains that strangers share (`github.io`, `substack.com`) count as many sites. A feed can name any home
 * page, so the address of the feed itself counts; a folder has none. With nothing to compare every host but
 * this machine is another.
 */
function isAnotherSite(url: URL, {homepage, location}: Publication): boolean {
  const own = [location, homepage].map(webUrl).find(address => address !== undefined);
  return own === undefined ? !isLoopbackHost(url.hostname) : siteOf(own) !== siteOf(url);
}

/** The publication's own site, and any that a folder names: its owner says what holds. */
export function isOwnSite(url: URL, publication: Publication): boolean {
  return !URL.parse(publication.location)?.host || !isAnotherSite(url, publication);
}

function webUrl(address: string | undefined): URL | undefined {
  const url = URL.parse(address ?? '');
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function siteOf(url: URL): string {
  const site = siteOfHost(url.hostname);
  return site === url.hostname ? url.host : site;
}

function goesTo(
  url: URL,
  service: string | undefined,
  {isElsewhere, isForeign}: Pick<SignupFacts, 'isElsewhere' | 'isForeign'>,
): string {
  if (isLoopbackHost(url.hostname)) return `Goes to ${url.host}, on this machine.`;
  const host = service !== undefined && isElsewhere ? `${service} (${url.host})` : url.host;
  if (isForeign)
    return `Goes to ${host}, another site than this publication's, and no service that Inkwell knows.`;
  return isElsewhere ? `Goes to ${host}, another site than this publication's.` : `Goes to ${host}.`;
}

function opens(url: URL, service: string | undefined): string {
  const reason = service === undefined ? 'This newsletter takes' : `${service} takes`;
  return `${reason} sign-ups in a browser only, at ${url.host}.`;
}

/** Services that always ask by mail first, by their own documentation; of the rest nothing is promised. */
function whatFollows({provider}: Extract<Signup, {kind: 'request'}>): string {
  return ASKS_BY_MAIL.has(provider)
    ? 'You will get a mail with a link; nothing starts before you follow it.'
    : 'You may get a mail with a link to confirm.';
}

const ASKS_BY_MAIL: ReadonlySet<string> = new Set(['buttondown', 'ghost']);
