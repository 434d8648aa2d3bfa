import {attribute, folded, textOf, type Dom, type Element} from './dom.ts';
import type {Metadata} from './metadata.ts';
import {isAround, type Landmark} from './landmark.ts';

const SEPARATORS = String.raw`[-–—―|·•»«›‹:~/\\⁄¦←→]+`;

/**
 * The article's name: its own heading; else what the page says it is called, without the name of the site.
 */
export function pageTitle(
  dom: Dom,
  landmark: Landmark | undefined,
  {site, headline}: Pick<Metadata, 'site' | 'headline'>,
): string | undefined {
  const written = textOf(dom.querySelector('title'));
  const shared = attribute(
    dom,
    'meta[property~="og:title"], meta[name~="og:title"], meta[property~="dc:title"], meta[name~="dc:title"], meta[name="DC.title"], meta[name="dcterm:title"], meta[name="twitter:title"], meta[property~="twitter:title"]',
    'content',
  );
  const sites = siteNames(dom, site);
  const stated = [headline, shared, written]
    .flatMap(text => text?.trim() || [])
    .map(text => withoutSite(text, sites));
  const heading = headingIn(dom, landmark, {sites, stated});
  return heading ?? stated[0];
}

/** The names of the site, by everything that names it. */
function siteNames(dom: Dom, site: string | undefined): readonly string[] {
  const home = [
    ...dom.querySelectorAll('.site-title, .site-name, a[rel~="home"], .navbar__title, .VPNavBarTitle .title'),
  ];
  const feeds = [...dom.querySelectorAll('link[rel~="alternate"][type*="xml"][title]')];
  const names = [
    site ?? '',
    ...home.map(textOf),
    ...headerNames(dom),
    ...feeds.map(feed => (feed.getAttribute('title') ?? '').split(/(?<!\s)\s+(?:»|›|-|–|\|)\s+/u)[0] ?? ''),
  ];
  return [...new Set(names.map(name => name.trim()))].filter(name => name !== '' && name.length < 100);
}

/** A link to the home page in the page's own header. */
function headerNames(dom: Dom): readonly string[] {
  return [...dom.querySelectorAll('header a[href], h1 a[href]')]
    .filter(link => /^(?:https?:\/\/[^/]+)?\/?$|^\.\.?\/?$/u.test(link.getAttribute('href') ?? 'x'))
    .map(textOf);
}

/** "A title | The site", "The site – A title": a title that also names the site, at either end. */
function withoutSite(title: string, sites: readonly string[]): string {
  for (const site of sites) {
    const name = site.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    const before = new RegExp(String.raw`^${name}\s*${SEPARATORS}\s+(?=\S)`, 'iu');
    const after = new RegExp(String.raw`(?<=\S)\s+${SEPARATORS}\s*${name}$|(?<=\S)\s*[|»]\s*${name}$`, 'iu');
    const own = title.replace(after, '').replace(before, '').trim();
    if (own !== title && own !== '') return own;
  }
  return title;
}

/** The heading of the article; one that only names the site, or a part of it, is none. */
function headingIn(
  dom: Dom,
  landmark: Landmark | undefined,
  {sites, stated}: Readonly<{sites: readonly string[]; stated: readonly string[]}>,
): string | undefined {
  const within = landmark?.element.closest('article, main, [role="main"]') ?? landmark?.element;
  const places: readonly (Element | undefined)[] = [within, dom];
  const wanted = stated.map(folded);
  for (const place of places) {
    const headings = [
      ...(place?.querySelectorAll('h1, .entry-title, .post-title, [itemprop~="headline"], .p-name') ?? []),
    ].filter(heading => !isAround(heading));
    const texts = headings
      .map(textOf)
      .filter(text => text !== '' && text.length < 300 && !sites.some(site => folded(site) === folded(text)));
    const confirmed = texts.find(text => wanted.some(title => isPartOf(folded(text), title)));
    if (confirmed !== undefined) return confirmed;
    // A site that calls all its pages by its own name.
    const isUnnamed = stated.every(title => sites.some(site => folded(site) === folded(title)));
    if (isUnnamed && texts.length === 1) return texts[0];
  }
  return undefined;
}

function isPartOf(heading: string, title: string): boolean {
  return (
    heading !== '' && (heading === title || (heading.length > 3 && ` ${title} `.includes(` ${heading} `)))
  );
}
