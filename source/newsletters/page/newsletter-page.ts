import type {HomePage} from './markup.ts';

/**
 * The site's own page about its newsletter, where the front page only links to one: `/newsletter` before
 * `/subscribe` and the like, on the same origin. Archives, feeds and ways out are no such pages: the name has
 * to be the address's last part.
 */
export function newsletterPage({elements, base, url}: HomePage): string | undefined {
  const own = elements.flatMap(({name, attribs}) => {
    const target =
      name === 'a' && attribs.href !== undefined ? URL.parse(attribs.href, base.href) : undefined;
    return target?.origin === url.origin && target.pathname !== url.pathname ? [target] : [];
  });
  for (const pattern of NAMES) {
    const target = own.find(({pathname}) => pattern.test(pathname));
    if (target) return target.origin + target.pathname;
  }
  return undefined;
}

const NAMES = [
  /\/(?:newsletters?|nieuwsbrief|infolettre|boletin|nyhetsbrev)(?:\/|\.html?)?$/i,
  /\/(?:subscribe|subscription|mailing-?list|email)(?:\/|\.html?)?$/i,
];
