import {safeAddress} from '../../domain/text/addresses.ts';
import type {Answer} from '../../http/http.ts';
import type {Document, Format, Parsed, RawArticle} from '../format/format.ts';
import {formatOf} from '../format/formats.ts';
import {objectOf, objectsOf, numberOf} from '../format/json-values.ts';
import {ask, FEEDS} from '../place/ask.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Own} from '../place/settings-at.ts';
import type {Surroundings} from '../context.ts';

type First = Readonly<{
  answer: Pick<Answer, 'headers'>;
  document: Document;
  format: Format;
  own: Own;
}>;

/** More than anybody reads back in one go. */
const MOST = 100;

/**
 * A feed with the articles of its older pages, as far as there are any and so many are wanted: RFC 5005, JSON
 * Feed's `next_url`, the pages of Ghost's, WordPress's and DEV's APIs, and of WordPress's feeds. One page
 * after the other; what fails costs no more than what is older.
 */
export async function withOlderPages(
  parsed: Parsed,
  {answer, document, format, own}: First,
  pages: number,
  surroundings: Surroundings,
): Promise<Parsed> {
  const articles = [...parsed.articles];
  const seen = new Set(articles.map(nameOf));
  const visited = new Set([document.url]);
  let last = {answer, document, format, parsed};
  for (let page = 1; page < Math.min(pages, MOST); page++) {
    const url = nextPage(last, page + 1);
    if (url === undefined || visited.has(url) || articles.length >= surroundings.limits.items) break;
    visited.add(url);
    try {
      const found = await ask({url, accept: FEEDS, own, reach: reachFrom(document)}, surroundings);
      const next = formatOf(found.document);
      if (!next) break;
      last = {...found, format: next, parsed: next.parse(found.document, surroundings.limits)};
    } catch {
      surroundings.signal.throwIfAborted();
      break;
    }
    const older = last.parsed.articles.filter(article => !seen.has(nameOf(article)));
    if (older.length === 0) break;
    for (const article of older) seen.add(nameOf(article));
    articles.push(...older);
  }
  return {...parsed, articles};
}

function nameOf({guid, url, title}: RawArticle): string {
  return guid ?? url ?? title?.content ?? '';
}

type Page = Readonly<{answer: Pick<Answer, 'headers'>; document: Document; format: Format; parsed: Parsed}>;

/** The address of the page after this one; undefined where it is the last, or nobody says. */
function nextPage({answer, document, format, parsed}: Page, number: number): string | undefined {
  const {url, json} = document;
  if (parsed.nextUrl !== undefined) return safeAddress(parsed.nextUrl, url);
  const linked = /<([^<>]+)>\s*;[^<]*\brel\s*=\s*"?next\b/iu.exec(answer.headers.get('link') ?? '')?.[1];
  if (linked !== undefined) return safeAddress(linked, url);
  if (format.name === 'Ghost') {
    const pagination = objectOf(objectOf(objectOf(json)?.['meta'])?.['pagination']);
    const next = numberOf(pagination?.['next']);
    return next === undefined ? undefined : withParameter(url, 'page', next);
  }
  if (format.name === 'DEV' && Array.isArray(json) && objectsOf(json).length > 0)
    return withParameter(url, 'page', number);
  return parsed.generator === 'WordPress' ? withParameter(url, 'paged', number) : undefined;
}

function withParameter(address: string, name: string, value: number): string {
  const url = new URL(address);
  url.searchParams.set(name, String(value));
  return url.href;
}
