import {Readability} from '@mozilla/readability';
import {defined} from '../format/defined.ts';
import type {Document, Parsed, RawArticle} from '../format/format.ts';
import {authorsInByline} from './byline.ts';
import {parsePage, type Dom} from './dom.ts';
import {metadataOf, type Metadata} from './metadata.ts';
import {isLarger} from './is-larger.ts';
import {MOST, scanPage} from './scan.ts';

/** A web page as a publication of one article: its text found by readability, the rest from the page's metadata. */
export function readPage({text, url}: Document): Parsed {
  const html = text.slice(0, LONGEST);
  if (!scanPage(html, {})) return asItStands(html, url);
  const dom = parsePage(html);
  if (isLarger(dom, MOST)) return asItStands(html, url);
  const metadata = metadataOf(dom);
  const fallback = mainText(dom);
  const found = articleIn(dom);
  const content = found?.content?.trim() || fallback;
  const {site, language, base} = metadata;
  const article = articleFrom({...found, content}, metadata, url);
  return defined({
    title: plain(site ?? found?.siteName),
    homepage: new URL(url).protocol === 'file:' ? undefined : new URL('/', url).href,
    language,
    base,
    articles: [article],
  });
}

/** Characters of a page that are read. */
const LONGEST = 5_000_000;

/** Looking for the article in a page that is too large or too deep would take minutes. */
function asItStands(html: string, url: string): Parsed {
  const title = /<title\b[^<>]*>(?<text>[^<]{1,1000})/iu.exec(html)?.groups?.['text'];
  const body = /<body\b[^<>]*>(?<inside>[\s\S]*)/iu.exec(html)?.groups?.['inside'] ?? html;
  const article = {url, body: {format: 'html' as const, content: body}, isPartial: false};
  return {
    articles: [defined({...article, title: title ? ({content: title, format: 'html'} as const) : undefined})],
  };
}

type Found = Readonly<Partial<NonNullable<ReturnType<Readability['parse']>>>>;

/** A page on which readability stumbles is shown as it is. */
function articleIn(dom: Dom): Found | undefined {
  try {
    const reader = new Readability(dom, {keepClasses: true});
    return reader.parse() ?? undefined;
  } catch {
    return undefined;
  }
}

/** The page's own idea of what matters on it. */
function mainText(dom: Dom): string {
  const main = dom.querySelector('main, article, [role="main"]') ?? dom.body;
  return main?.innerHTML ?? '';
}

function articleFrom(
  {title, byline, excerpt, content, siteName, publishedTime}: Found,
  metadata: Metadata,
  url: string,
): RawArticle {
  const {authors, published, updated, category, tags, image, site} = metadata;
  return defined({
    url,
    title: plain(withoutSite(title ?? '', site ?? siteName ?? undefined)),
    body: {format: 'html' as const, content: content ?? ''},
    excerpt: plain(excerpt),
    authors: authors.length > 0 ? authors : authorsInByline(byline ?? ''),
    published: [...published, publishedTime ?? undefined],
    updated,
    category,
    tags,
    image,
    isPartial: false,
  });
}

/** "A title | The site" is a title that also names the site. */
function withoutSite(title: string, site: string | undefined): string {
  if (!site) return title;
  const end = /^(?<own>.+?)\s+[-–—|·»:]+\s+(?<last>[^|]+)$/su.exec(title.trim())?.groups;
  return end?.['own'] && end['last']?.trim().toLowerCase() === site.trim().toLowerCase() ? end['own'] : title;
}

function plain(content: string | null | undefined): RawArticle['title'] {
  return content?.trim() ? {content, format: 'text'} : undefined;
}
