import {Readability} from '@mozilla/readability';
import {plainText} from '../../domain/text/plain-text.ts';
import {defined} from '../format/defined.ts';
import type {Document, Parsed, RawArticle} from '../format/format.ts';
import {contentOf} from './content.ts';
import {folded, parsePage, type Dom} from './dom.ts';
import {isLarger} from './is-larger.ts';
import {landmarkIn} from './landmark.ts';
import {metadataOf, type Metadata} from './metadata.ts';
import {bylineAuthors, pageAuthors} from './page-authors.ts';
import {pageTitle} from './page-title.ts';
import {MOST, scanPage} from './scan.ts';

/**
 * A web page as a publication of one article: its text found by readability, the rest from the page's
 * metadata.
 */
export function readPage({text, url}: Document): Parsed {
  const html = text.slice(0, LONGEST);
  if (!scanPage(html, {})) return asItStands(html, url);
  const dom = parsed(html);
  if (!dom || isLarger(dom, MOST)) return asItStands(html, url);
  // Readability takes the page apart, so everything else is read before.
  const metadata = metadataOf(dom);
  const landmark = landmarkIn(dom);
  const stated = pageTitle(dom, landmark, metadata);
  const named = pageAuthors(dom);
  const isMembers = isForMembers(dom);
  const main = mainText(dom);
  const found = articleIn(dom);
  const byline = bylineAuthors(found?.byline ?? '');
  const authors = [metadata.authors, byline, named].find(people => people.length > 0) ?? [];
  const title = stated ?? found?.title ?? '';
  const chosen = contentOf(found, landmark) || main;
  const content =
    withoutHeading(chosen, title) + (isMembers && !/member|subscriber/iu.test(chosen) ? MEMBERS : '');
  const {site, language, base} = metadata;
  return defined({
    title: plain(site ?? found?.siteName),
    homepage: new URL(url).protocol === 'file:' ? undefined : new URL('/', url).href,
    language,
    base,
    articles: [
      articleFrom(
        {
          ...found,
          content,
          title,
          excerpt: chosen === found?.content?.trim() ? found?.excerpt : metadata.description,
        },
        {...metadata, authors},
        {url, isPartial: isMembers},
      ),
    ],
  });
}

/** Undefined where it takes more than the call stack has: an element of a hundred thousand classes does. */
function parsed(html: string): Dom | undefined {
  try {
    return parsePage(html);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
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
  keepQuotationSources(dom);
  try {
    const reader = new Readability(dom, {keepClasses: true});
    return reader.parse() ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps the source of a quotation, in it as a footer or under a footer's name, which readability takes for
 * the site's.
 */
function keepQuotationSources(dom: Dom): void {
  for (const source of Array.from(
    dom.querySelectorAll(
      'blockquote :is(footer, aside, cite, [class*="foot"], [class*="author"], [class*="source"])',
    ),
  )) {
    source.removeAttribute('class');
    if (!/^(?:footer|aside)$/iu.test(source.tagName)) continue;
    source.replaceWith(Object.assign(dom.createElement('div'), {innerHTML: source.innerHTML}));
  }
}

/** The page's own idea of what matters on it. */
function mainText(dom: Dom): string {
  const main = dom.querySelector('main, article, [role="main"]') ?? dom.body;
  return main?.innerHTML ?? '';
}

const MEMBERS = '<p><em>The rest of this text is for members of the site only.</em></p>';

/** True if a page shows the beginning of a text and asks for a subscription. */
function isForMembers(dom: Dom): boolean {
  const isGated =
    dom.querySelector(
      '.gh-post-upgrade-cta, .post-upgrade-cta, .paywall-cta, .paywall, [data-testid="paywall"]',
    ) !== null;
  return (
    isGated ||
    [...dom.querySelectorAll('h1, h2, h3, h4, aside p, [class*="upgrade"]')].some(({textContent}) =>
      /^\s*(?:this (?:post|article|story|content|page) is (?:for|only for|reserved for|available to)|subscribe to continue|become a (?:paid )?(?:member|subscriber) to)\b.{0,40}\b(?:members?|subscribers?|read(?:ing)?)\b/iu.test(
        (textContent ?? '').slice(0, 300),
      ),
    )
  );
}

/** The heading that became the title is not repeated where the text begins with it. */
function withoutHeading(content: string, title: string): string {
  const heading = /<h([1-3])\b[^<>]*>([^]{1,600}?)<\/h\1\s*>/iu.exec(content);
  if (!heading) return content;
  const before = content.slice(0, heading.index).replaceAll(/<[^<>]*>/gu, '');
  const words = heading[2]?.replaceAll(/<[^<>]*>/gu, '') ?? '';
  if (before.trim() !== '' || /<img\b/iu.test(heading[0])) return content;
  const plainWords = plainOf(words);
  return folded(plainWords) === folded(title)
    ? content.slice(0, heading.index) + content.slice(heading.index + heading[0].length)
    : content;
}

function plainOf(html: string): string {
  return plainText({format: 'html', content: html}).prose;
}

function articleFrom(
  {title, excerpt, content, publishedTime}: Found,
  {authors, published, updated, category, tags, image}: Metadata,
  {url, isPartial}: Readonly<{url: string; isPartial: boolean}>,
): RawArticle {
  return defined({
    url,
    title: plain(title),
    body: {format: 'html' as const, content: content ?? ''},
    excerpt: plain(excerpt),
    authors,
    published: [...published, publishedTime ?? undefined],
    updated,
    category,
    tags,
    image,
    isPartial,
  });
}

function plain(content: string | null | undefined): RawArticle['title'] {
  return content?.trim() ? {content, format: 'text'} : undefined;
}
