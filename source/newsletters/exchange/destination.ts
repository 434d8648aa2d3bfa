import {isLoopbackHost} from '../../domain/publication/location.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {Publication} from '../../domain/publication/publication.ts';
import type {Reach} from '../../http/exchange.ts';
import {isPrivateHost} from '../../http/private-address.ts';
import type {RequestSignup} from '../provider/provider.ts';

/*
 * The receivers that an address may go to, and the fields that may go with it. A publication is written by
 * somebody else: it neither chooses the address that is sent, nor sends anything to a machine that only the
 * reader can reach.
 */

/** The reason why nothing may be sent there; undefined where it may. */
export function whyUnreachable(
  url: URL,
  publication: Publication,
  newsletter: Newsletter,
): string | undefined {
  const reach = reachOf(url, publication, newsletter);
  const isOpen = reach === 'anywhere' || (typeof reach === 'object' && reach.publicOr === url.hostname);
  return isOpen || !isPrivateHost(url.hostname)
    ? undefined
    : `The publication names ${url.host}, which is on this machine or in your own network, while it is not there itself.`;
}

/**
 * The reader's own settings may name any host. A folder may name this machine besides public hosts, not the
 * local network: it may come from anywhere. What was fetched may name public hosts, and its own: on this
 * machine whatever its name.
 */
export function reachOf(url: URL, {location, isPrivate}: Publication, {isOwn}: Newsletter): Reach {
  const source = URL.parse(location);
  if (isOwn) return 'anywhere';
  if (!source?.host) return isLoopbackHost(url.hostname) ? {publicOr: url.hostname} : 'public-only';
  const isSame =
    source.hostname === url.hostname || (isLoopbackHost(source.hostname) && isLoopbackHost(url.hostname));
  return isSame && isPrivate === true && isPrivateHost(source.hostname)
    ? {publicOr: url.hostname}
    : 'public-only';
}

/** Without anything that a server could take for the address, in the fields and in the query. */
export function withoutRivals(signup: RequestSignup, email: string): RequestSignup {
  const url = new URL(signup.url);
  for (const name of new Set(new URL(signup.url).searchParams.keys()))
    if (url.searchParams.getAll(name).some(value => isRival(name, value, signup.field, email)))
      url.searchParams.delete(name);
  const fixed = Object.entries(signup.fixed).filter(
    ([name, value]) => ![value].flat().some(one => isRival(name, one, signup.field, email)),
  );
  return {
    ...signup,
    url: url.href === new URL(signup.url).href ? signup.url : url.href,
    fixed: Object.fromEntries(fixed),
  };
}

function isRival(name: string, value: string, field: string, email: string): boolean {
  if (plainName(name) === plainName(field)) return true;
  return EMAIL_NAME.test(plainName(name)) && value.includes('@') && value !== email;
}

/** `Contact[Email][]`, `contact.email` and `contact_email` are one name to some server. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const EMAIL_NAME = /e?mail|address|subscriber|recipient|^to$/;
