import {Readability} from '@mozilla/readability';
import {defined} from '../formats/defined.ts';
import type {Document, Parsed, RawArticle} from '../formats/format.ts';
import {authorsInByline} from './byline.ts';
import {parsePage, type Dom} from './dom.ts';
import {metadataOf, type Metadata} from './metadata.ts';

/** A web page as a publication of one article: its text found by readability, the rest from the page's metadata. */
export function readPage({text, url}: Document): Parsed {
  const dom = parsePage(text.slice(0, LONGEST));
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

/** Characters of a page that are read, and elements among which its article is looked for. */
const LONGEST = 5_000_000;
const MOST_ELEMENTS = 60_000;

type Found = Readonly<Partial<NonNullable<ReturnType<Readability['parse']>>>>;

/** What takes too long or nests too deep has no article to find; the page is then shown as it is. */
function articleIn(dom: Dom): Found | undefined {
  try {
    const reader = new Readability(dom, {keepClasses: true, maxElemsToParse: MOST_ELEMENTS});
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
