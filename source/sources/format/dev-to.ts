import {repairedMarkdown} from '../folder/dialect/repaired-markdown.ts';
import {defined} from './defined.ts';
import {LIMITS} from './format.ts';
import type {Document, Format, Limits, Parsed, RawArticle} from './format.ts';
import {loose} from './feed-fields.ts';
import {numberOf, objectOf, objectsOf, stringOf, stringsOf} from './json-values.ts';
import type {JsonObject} from './json-values.ts';

/**
 * Articles of DEV and other Forem communities: a list (`/api/articles?username=…`), which has no bodies, or
 * one.
 */
export const devTo: Format = {name: 'DEV', recognises, parse: parseDevTo};

function recognises({json}: Document): boolean {
  const [article] = articlesIn(json);
  return article?.['type_of'] === 'article' && stringOf(article['title']) !== undefined;
}

function parseDevTo({json}: Document, limits: Limits = LIMITS): Parsed {
  const articles = articlesIn(json).slice(0, limits.items);
  const organization = shared(articles.map(({organization: of}) => objectOf(of)));
  const writer = shared(articles.map(({user}) => objectOf(user)));
  const owner = organization ?? writer;
  const origin = URL.parse(stringOf(articles[0]?.['url']) ?? '')?.origin;
  return defined({
    title: loose(stringOf(owner?.['name']) ?? 'DEV Community'),
    homepage: origin && `${origin}/${stringOf(owner?.['username']) ?? ''}`,
    articles: articles.map(articleOf),
  });
}

/** The text of an article from its own document. */
export function devToBody({json}: Document): RawArticle['body'] {
  const [article] = articlesIn(json);
  const markdown = stringOf(article?.['body_markdown']);
  if (markdown !== undefined)
    return {format: 'markdown', content: repairedMarkdown(withoutFrontMatter(markdown))};
  const html = stringOf(article?.['body_html']);
  return html === undefined ? undefined : {format: 'html', content: html};
}

/** The address of the text of a listed article; `guid` is its number. */
export function devToArticleAddress(list: string, guid: string | undefined): string | undefined {
  const url = new URL(list);
  const end = url.pathname.search(/\/articles\b/u);
  if (end === -1 || !/^\d+$/u.test(guid ?? '')) return undefined;
  return new URL(`${url.pathname.slice(0, end)}/articles/${guid}`, url).href;
}

function articlesIn(json: unknown): readonly JsonObject[] {
  return objectsOf(Array.isArray(json) ? json : [json]);
}

function articleOf(article: JsonObject): RawArticle {
  const user = objectOf(article['user']) ?? {};
  const url = stringOf(article['url']);
  const name = stringOf(user['name']) ?? stringOf(user['username']);
  const username = stringOf(user['username']);
  const origin = URL.parse(url ?? '')?.origin;
  const body = devToBody({json: article, text: '', url: ''});
  return defined({
    guid: stringOf(article['id']),
    url: url ?? stringOf(article['canonical_url']),
    title: loose(stringOf(article['title'])),
    body,
    excerpt: loose(stringOf(article['description'])),
    authors: name === undefined ? [] : [defined({name, url: username && origin && `${origin}/${username}`})],
    published: [stringOf(article['published_at']), stringOf(article['published_timestamp'])],
    updated: [stringOf(article['edited_at'])],
    tags: tagsOf(article),
    image: stringOf(article['cover_image']),
    minutes: numberOf(article['reading_time_minutes']),
    isPartial: body === undefined,
  });
}

/** In a list `tag_list` is an array and `tags` a text; in a single article it is the other way round. */
function tagsOf({tag_list: list, tags}: JsonObject): readonly string[] {
  const array = [list, tags].find(Array.isArray);
  if (array) return stringsOf(array);
  return (stringOf(list) ?? stringOf(tags) ?? '')
    .split(',')
    .map(tag => tag.trim())
    .filter(Boolean);
}

/** The one that all have, by its username. */
function shared(owners: readonly (JsonObject | undefined)[]): JsonObject | undefined {
  const [first] = owners;
  return first && owners.every(owner => owner?.['username'] === first['username']) ? first : undefined;
}

/** Articles written in the old editor begin with the settings of their post. */
function withoutFrontMatter(markdown: string): string {
  return markdown.replace(/^\s*---\r?\n[\s\S]{0,5000}?\r?\n---[ \t]*(?:\r?\n|$)/u, '');
}
