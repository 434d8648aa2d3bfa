import {getDomain, getDomainWithoutSuffix} from 'tldts';
import {editDistance} from '../email/edit-distance.ts';

/** The site that a host belongs to; domains that strangers share (`github.io`) count as many sites. */
export function siteOf(host: string): string {
  return getDomain(host, {allowPrivateDomains: true}) ?? host;
}

/** The site that a host is made to look like; undefined where it is one of these sites, or like none. */
export function imitatedBy(host: string, sites: readonly string[]): string | undefined {
  const site = siteOf(host);
  if (sites.includes(site)) return undefined;
  const own = nameOf(site);
  return sites.find(expected => {
    const name = nameOf(expected);
    if (name.length < SHORT) return false;
    const isMistyped = editDistance(skeleton(own), skeleton(name)) <= (name.length < LONG ? 1 : 2);
    return isMistyped || host.replaceAll('-', '').includes(name.replaceAll('-', ''));
  });
}

/** Letters below which names are alike by chance, and from which two slips still look alike. */
const SHORT = 4;
const LONG = 8;

function nameOf(site: string): string {
  return getDomainWithoutSuffix(site, {allowPrivateDomains: true}) ?? site;
}

/** Letters that pass for others, and the ASCII form of letters of other scripts, as one. */
function skeleton(name: string): string {
  return name
    .replace(/^xn--/u, '')
    .replace(/-[a-z\d]+$/u, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('0', 'o')
    .replaceAll(/[1li]/gu, 'l');
}
