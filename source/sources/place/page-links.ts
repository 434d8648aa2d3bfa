import {baseWithin, safeAddress} from '../article/addresses.ts';
import type {Document} from '../format/format.ts';
import {scanPage} from '../page/scan.ts';

/** What a web page says of where its feed is. Addresses are resolved; each list is in order of trust. */
export type PageLinks = Readonly<{
  /** `<link rel=alternate>` of a feed's type, feeds of comments last. */
  feeds: readonly string[];
  /** Links in the text that look like feeds. */
  guesses: readonly string[];
  /** The site's own API, which lists its posts. */
  apis: readonly string[];
  /** `<link rel=newsletter type=application/json>`. */
  newsletter?: string;
}>;

type Attributes = Readonly<Record<string, string>>;

export function pageLinks({text, url}: Document): PageLinks {
  const found: {feeds: Candidate[]; guesses: string[]; apis: string[]; newsletter?: string} = {
    feeds: [],
    guesses: [],
    apis: [],
  };
  let base = url;
  scanPage(text.slice(0, LONGEST), {
    onopentag(name, attributes) {
      if (name === 'base') base = baseWithin(url, attributes['href']);
      else if (name === 'link') readLink(attributes);
      else if (name === 'a' && looksLikeFeed(attributes)) add(found.guesses, attributes['href']);
      else if (name === 'script') add(found.apis, ghostPosts(attributes));
    },
  });

  function readLink(attributes: Attributes): void {
    const rels = (attributes['rel'] ?? '').toLowerCase().split(/\s+/u);
    const type = (attributes['type'] ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? '';
    const href = safeAddress(attributes['href'], base);
    if (href === undefined) return;
    if (rels.includes('newsletter') && type === 'application/json') found.newsletter ??= href;
    else if (rels.includes('https://api.w.org/')) add(found.apis, wordPressPosts(href));
    else if ((rels.includes('alternate') || rels.includes('feed')) && isFeedType(type, href))
      found.feeds.push({href, rank: rankOf(attributes, type) + (isAbout(href, url) ? 0 : 0.5)});
  }

  function add(list: string[], address: string | undefined): void {
    const href = safeAddress(address, base);
    if (href?.startsWith('http') && isNear(href, url) && !list.includes(href)) list.push(href);
  }

  const feeds = found.feeds.sort((one, other) => one.rank - other.rank).map(({href}) => href);
  return {...found, feeds: [...new Set(feeds)]};
}

type Candidate = Readonly<{href: string; rank: number}>;

/** A page that hasn't named its feed by then won't. */
const LONGEST = 2_000_000;

function isFeedType(type: string, href: string): boolean {
  if (/^(?:application|text)\/(?:rss|atom|rdf|x-rss|x-atom|feed)\+(?:xml|json)$/u.test(type)) return true;
  // WordPress names the JSON of each page in this way, and oEmbed its own.
  if (type === 'application/json') return /feed|rss|\.json$/iu.test(href) && !/wp-json|oembed/iu.test(href);
  return (type === 'text/xml' || type === 'application/xml') && /feed|rss|atom|index\.xml/iu.test(href);
}

/** The main feed is named first; comments, and feeds of one category or author, are beside the point. */
function rankOf({title = '', href = ''}: Attributes, type: string): number {
  const words = `${title} ${href}`;
  if (/comment|kommentar|comentario|commentaire/iu.test(words)) return 3;
  if (/\b(?:categor|tag|author|podcast|search)/iu.test(words)) return 2;
  return type === 'application/json' ? 1 : 0;
}

/** Whether a feed is of the page's part of the site or of the whole, rather than of another part. */
function isAbout(feed: string, page: string): boolean {
  const [one, other] = [new URL(feed), new URL(page)];
  const parts = one.pathname.split('/').filter(Boolean).slice(0, -1);
  const scope = parts.filter(part => !/^(?:feeds?|rss|atom)$/iu.test(part)).map(part => `/${part}`);
  return one.host !== other.host || `${other.pathname}/`.startsWith(`${scope.join('')}/`);
}

/** The same site, or a host for feeds; a button to share the page leads elsewhere. */
function isNear(address: string, page: string): boolean {
  const [one, other] = [address, page].map(each => new URL(each).hostname.split('.').slice(-2).join('.'));
  return one === other || /^(?:feeds?|rss)\d*\./u.test(new URL(address).hostname);
}

function looksLikeFeed({href = '', type = ''}: Attributes): boolean {
  if (/comment/iu.test(href)) return false;
  return (
    /\+xml$/iu.test(type) ||
    /(?:^|[/.?=])(?:rss|atom|feed)s?(?:\.xml|\.json|2)?\/?(?:[?#].*)?$|\/index\.xml$/iu.test(href)
  );
}

function wordPressPosts(root: string): string {
  const url = new URL(root);
  const isPlain = url.searchParams.has('rest_route');
  if (isPlain) url.searchParams.set('rest_route', '/wp/v2/posts');
  else url.pathname = `${url.pathname.replace(/\/$/u, '')}/wp/v2/posts`;
  url.search = `${isPlain ? `${url.search}&` : '?'}per_page=20&_embed=1`;
  return url.href;
}

/** Ghost's own scripts carry the public key of its Content API. */
function ghostPosts(attributes: Attributes): string | undefined {
  const {'data-key': key, 'data-ghost': site, 'data-api': api} = attributes;
  if (!key || !/^[\da-f]{20,40}$/u.test(key)) return undefined;
  const root = api ?? (site && `${site.replace(/\/$/u, '')}/ghost/api/content/`);
  return root && `${root.replace(/\/?$/u, '/')}posts/?key=${key}&include=authors,tags&limit=20`;
}
