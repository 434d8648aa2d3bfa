import type {NamedFeed} from '../../domain/publication/source.ts';
import {baseWithin, safeAddress} from '../../domain/text/addresses.ts';
import type {Document} from '../format/format.ts';
import {scanPage} from '../page/scan.ts';
import {isAboutComments, isFeedAddress, isFeedLabel, isFeedType, rankOf} from './feed-signs.ts';
import {ghostPosts, wordPressPosts} from './site-api-address.ts';

/**
 * The links of a web page that may lead to its feed. Addresses are resolved; each list is in order of trust.
 */
export type PageLinks = Readonly<{
  /** `<link rel=alternate>` of a feed's type, feeds of comments last. */
  feeds: readonly string[];
  /** Those of them that have a title, but for comments, in the page's order. */
  titled: readonly NamedFeed[];
  /** Links in the text that look like feeds, or say that they are one. */
  guesses: readonly string[];
  /** The site's own API, which lists its posts. */
  apis: readonly string[];
  /** `<link rel=newsletter type=application/json>`. */
  newsletter?: string;
}>;

type Attributes = Readonly<Record<string, string>>;
type Candidate = Readonly<{href: string; rank: number}>;

/** A page that hasn't named its feed by then won't. */
const LONGEST = 2_000_000;

/** `header`: the Link fields of the answer, which say the same as `<link>`. */
export function pageLinks({text, url}: Document, header = ''): PageLinks {
  const feeds: Candidate[] = [];
  const titled: NamedFeed[] = [];
  const apis: string[] = [];
  const guesses: Candidate[] = [];
  let newsletter: string | undefined;
  let base = url;
  let anchor: {attributes: Attributes; label: string} | undefined;
  for (const attributes of linksInHeader(header)) readLink(attributes);
  scanPage(text.slice(0, LONGEST), {
    onopentag(name, attributes) {
      if (name === 'base') base = baseWithin(url, attributes['href']);
      else if (name === 'link') readLink(attributes);
      else if (name === 'a')
        anchor = {attributes, label: attributes['title'] ?? attributes['aria-label'] ?? ''};
      else if (name === 'img' && anchor) anchor.label += ` ${attributes['alt'] ?? ''}`;
      else if (name === 'script') addApi(ghostPosts(attributes));
    },
    ontext(words) {
      if (anchor && anchor.label.length < 100) anchor.label += ` ${words}`;
    },
    onclosetag(name) {
      if (name !== 'a' || !anchor) return;
      readAnchor(anchor.attributes, anchor.label);
      anchor = undefined;
    },
  });

  function readLink(attributes: Attributes): void {
    const rels = (attributes['rel'] ?? '').toLowerCase().split(/\s+/u);
    const type = (attributes['type'] ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? '';
    const href = feedAddress(attributes['href']);
    if (href === undefined) return;
    if (rels.includes('newsletter') && type === 'application/json') newsletter ??= href;
    else if (rels.includes('https://api.w.org/')) addApi(wordPressPosts(href));
    else if (
      (rels.includes('alternate') || rels.includes('feed')) &&
      isFeedType(type, {...attributes, href})
    ) {
      const title = attributes['title']?.replaceAll(/\s+/gu, ' ').trim() ?? '';
      feeds.push({href, rank: rankOf(attributes, type) + distanceOf(href, url)});
      if (title !== '' && href.startsWith('http') && !isAboutComments(`${title} ${href}`))
        titled.push({url: href, title});
    }
  }

  function readAnchor({href: written = '', type = ''}: Attributes, label: string): void {
    const href = feedAddress(written);
    if (!href?.startsWith('http') || isAboutComments(`${label} ${href}`)) return;
    const isNamed = isFeedAddress(href) || /\+xml$/iu.test(type);
    if ((isNamed && isNear(href, url)) || isFeedLabel(label))
      guesses.push({href, rank: (isNamed ? 0 : 1) + (isNear(href, url) ? 0 : 2)});
  }

  function addApi(address: string | undefined): void {
    const href = safeAddress(address, base);
    if (href?.startsWith('http') && isNear(href, url) && !apis.includes(href)) apis.push(href);
  }

  function feedAddress(written: string | undefined): string | undefined {
    return safeAddress(
      written
        ?.trim()
        .replace(/^feed:(?:\/\/(?!\/))?(?=https?:)/iu, '')
        .replace(/^feed:\/\//iu, 'http://'),
      base,
    );
  }

  return {
    feeds: inOrder(feeds),
    titled,
    guesses: inOrder(guesses),
    apis,
    ...(newsletter !== undefined && {newsletter}),
  };
}

function inOrder(candidates: readonly Candidate[]): readonly string[] {
  return [...new Set(candidates.toSorted((one, other) => one.rank - other.rank).map(({href}) => href))];
}

/**
 * `<https://example.com/feed>; rel="alternate"; type="application/rss+xml", …` as the attributes of elements.
 */
function linksInHeader(header: string): readonly Attributes[] {
  return [
    ...header.slice(0, 20_000).matchAll(/<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:"[^"]*"|[^",;\s]+))?)*)/gu),
  ].map(([, href = '', rest = '']) => ({
    href,
    ...Object.fromEntries(
      [...rest.matchAll(/([\w*-]+)\s*=\s*(?:"([^"]*)"|([^",;\s]+))/gu)].map(
        ([, name = '', quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ''] as const,
      ),
    ),
  }));
}

/**
 * The feed of the page's own part of the site comes first, then that of the whole, then those of other parts.
 */
function distanceOf(feed: string, page: string): number {
  const [one, other] = [new URL(feed), new URL(page)];
  if (one.host !== other.host) return 0;
  const parameters = [...other.searchParams].filter(([name]) =>
    /^(?:cat|tag|author|category_name|paged?|p)$/u.test(name),
  );
  if (parameters.length > 0)
    return parameters.every(([name, value]) => one.searchParams.get(name) === value) ? -3 : 0;
  const parts = one.pathname.split('/').filter(Boolean);
  const scope = parts.slice(0, parts.at(-1)?.match(/^(?:feed|rss|atom)$/iu) ? -1 : undefined);
  const own = (scope.length === parts.length ? scope.slice(0, -1) : scope).filter(
    part => !/^(?:feeds?|rss|atom)$/iu.test(part),
  );
  const pageParts = other.pathname.split('/').filter(Boolean);
  if (!own.every((part, index) => part === pageParts[index])) return 0.5;
  return own.length > 0 ? -3 : 0;
}

/** The same site, or a host for feeds; a button to share the page leads elsewhere. */
function isNear(address: string, page: string): boolean {
  const [one, other] = [address, page].map(each => new URL(each).hostname.split('.').slice(-2).join('.'));
  return one === other || /^(?:feeds?|rss)\d*\./u.test(new URL(address).hostname);
}
