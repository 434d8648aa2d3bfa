import {defined} from './defined.ts';
import {LIMITS} from './format.ts';
import type {Document, Format, Limits, Parsed, RawArticle, RawAuthor, RawText} from './format.ts';
import {arrayOf, objectOf, objectsOf, stringOf} from './json-values.ts';
import type {JsonObject} from './json-values.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

/** Posts of the WordPress REST API (`/wp-json/wp/v2/posts?_embed`), or one of them. */
export const wordpress: Format = {name: 'WordPress', recognises, parse: parseWordPress};

function recognises(document: Document): boolean {
  const [post] = postsIn(document);
  return post !== undefined && isRendered(post['title']) && isRendered(post['content'] ?? post['excerpt']);
}

function parseWordPress(document: Document, limits: Limits = LIMITS): Parsed {
  return {articles: postsIn(document).slice(0, limits.items).map(articleOf)};
}

/** Adds what the API's root (`/wp-json/`) says of the site. */
export function withWordPressSite(parsed: Parsed, {json}: Document): Parsed {
  const site = objectOf(json) ?? {};
  return defined({
    ...parsed,
    title: html(stringOf(site['name'])) ?? parsed.title,
    tagline: html(stringOf(site['description'])) ?? parsed.tagline,
    homepage: stringOf(site['home']) ?? stringOf(site['url']) ?? parsed.homepage,
  });
}

/** The API's root for a list of posts, with pretty links or with `?rest_route=`. */
export function wordPressSiteAddress(posts: string): string | undefined {
  const url = new URL(posts);
  const route = url.searchParams.get('rest_route');
  const end = url.pathname.search(/\/wp\/v2\/posts\b/u);
  if (route === null && end === -1) return undefined;
  url.search = route === null ? '' : '?rest_route=/';
  if (route === null) url.pathname = url.pathname.slice(0, end + 1);
  return url.href;
}

/** Some sites print a PHP notice before the JSON. */
function postsIn({json, text}: Document): readonly JsonObject[] {
  const value = json ?? afterNotice(text);
  return Array.isArray(value) ? objectsOf(value) : objectsOf([value]);
}

function afterNotice(text: string): unknown {
  const start = /^[\s\ufeff]*<[\s\S]{0,5000}?(?=\[?\{"id":\d)/u.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  try {
    return parseJson(text.slice(start));
  } catch {
    return undefined;
  }
}

function articleOf(post: JsonObject): RawArticle {
  const embedded = objectOf(post['_embedded']) ?? {};
  const terms = arrayOf(embedded['wp:term'])
    .flatMap(list => objectsOf(list))
    .filter(isTelling);
  const content = rendered(post['content']);
  const image = stringOf(objectsOf(embedded['wp:featuredmedia'])[0]?.['source_url']);
  return defined({
    guid: rendered(post['guid']) ?? stringOf(post['id']),
    url: stringOf(post['link']),
    title: html(rendered(post['title'])),
    body: content === undefined ? undefined : {format: 'html' as const, content},
    excerpt: html(rendered(post['excerpt'])?.replace(/(?<!\s)\s*\[(?:&hellip;|&#8230;|…|\.{3})\]/u, '…')),
    authors: objectsOf(embedded['author']).flatMap(authorOf),
    published: [utc(post['date_gmt']), stringOf(post['date'])],
    updated: [utc(post['modified_gmt']), stringOf(post['modified'])],
    category: namesOf(terms.filter(({taxonomy}) => taxonomy === 'category'))[0],
    tags: namesOf(terms),
    image,
    isPartial: content === undefined ? true : undefined,
  });
}

/** Posts that nobody sorted are "Uncategorized". */
function isTelling({slug, name}: JsonObject): boolean {
  return slug !== 'uncategorized' && name !== 'Uncategorized';
}

function namesOf(terms: readonly JsonObject[]): readonly string[] {
  return terms.flatMap(({name}) => stringOf(name) ?? []);
}

function authorOf({name, description, link}: JsonObject): readonly RawAuthor[] {
  const known = stringOf(name);
  return known === undefined ? [] : [defined({name: known, bio: stringOf(description), url: stringOf(link)})];
}

function isRendered(value: unknown): boolean {
  return typeof objectOf(value)?.['rendered'] === 'string';
}

function rendered(value: unknown): string | undefined {
  return stringOf(objectOf(value)?.['rendered']);
}

function html(content: string | undefined): RawText | undefined {
  return content === undefined ? undefined : {content, format: 'html'};
}

/** The `_gmt` dates are in UTC and don't say so. */
function utc(value: unknown): string | undefined {
  const date = stringOf(value);
  return date === undefined || date.startsWith('0000') ? undefined : date.replace(/(?<=\d)$/u, 'Z');
}
