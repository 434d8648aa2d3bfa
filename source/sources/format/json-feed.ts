import type {Body} from '../../domain/article/article.ts';
import type {Problem} from '../../domain/problem.ts';
import {defined} from './defined.ts';
import {enclosure, loose, summaryOf} from './feed-fields.ts';
import {LIMITS} from './format.ts';
import type {Document, Enclosure, Format, Limits, Parsed, RawArticle, RawAuthor} from './format.ts';
import {arrayOf, numberOf, objectOf, objectsOf, stringOf, stringsOf} from './json-values.ts';
import type {JsonObject} from './json-values.ts';

/** JSON Feed 1.0 and 1.1, with the `_inkwell` objects in which a publisher says everything that we show. */
export const jsonFeed: Format = {name: 'JSON Feed', recognises, parse: parseJsonFeed};

function recognises({json}: Document): boolean {
  const feed = objectOf(json);
  if (!feed) return false;
  if (/jsonfeed\.org\/version/iu.test(stringOf(feed['version']) ?? '')) return true;
  const [first] = objectsOf(feed['items']);
  const hasAddress =
    (feed['home_page_url'] ?? feed['feed_url']) !== undefined && Array.isArray(feed['items']);
  return hasAddress || (first?.['content_html'] ?? first?.['content_text']) !== undefined;
}

function parseJsonFeed({json}: Document, limits: Limits = LIMITS): Parsed {
  const feed = objectOf(json) ?? {};
  const ours = objectOf(feed['_inkwell']) ?? {};
  const items = arrayOf(feed['items']);
  return defined({
    title: loose(stringOf(feed['title'])),
    tagline: loose(stringOf(ours['tagline']) ?? stringOf(feed['description'])),
    homepage: stringOf(feed['home_page_url']),
    language: stringOf(feed['language']),
    authors: authorsOf(feed),
    articles: items.slice(0, limits.items).flatMap(item => articleOf(objectOf(item))),
    newsletter: ours['newsletter'],
    feedUrl: stringOf(feed['feed_url']),
    nextUrl: stringOf(feed['next_url']),
    isCut: items.length > limits.items,
    warnings: items.length > limits.items ? [tooMany(limits.items)] : undefined,
  });
}

function tooMany(most: number): Problem {
  return {
    kind: 'too-large',
    message: `The feed has more than ${most} articles; the first ${most} are shown.`,
  };
}

function articleOf(item: JsonObject | undefined): readonly RawArticle[] {
  if (!item) return [];
  const ours = objectOf(item['_inkwell']) ?? {};
  const id = stringOf(item['id']);
  const address = stringOf(item['url']) ?? stringOf(item['external_url']);
  return [
    defined({
      guid: id,
      url: address ?? (/^https?:\/\//iu.test(id ?? '') ? id : undefined),
      title: loose(stringOf(item['title'])),
      body: bodyIn(item),
      excerpt: summaryOf(stringOf(item['summary'])),
      authors: authorsOf(item),
      published: [stringOf(item['date_published'])],
      updated: [stringOf(item['date_modified'])],
      category: stringOf(ours['category']),
      tags: stringsOf(item['tags']),
      image: stringOf(item['image']) ?? stringOf(item['banner_image']),
      enclosures: objectsOf(item['attachments']).flatMap(attachmentOf),
      related: stringsOf(ours['related']),
      minutes: numberOf(ours['minutes']),
    }),
  ];
}

function bodyIn(item: JsonObject): Body | undefined {
  const html = stringOf(item['content_html']);
  if (html !== undefined) return {format: 'html', content: html};
  const text = stringOf(item['content_text']);
  return text === undefined ? undefined : {format: 'text', content: text};
}

/** 1.1 has a list, 1.0 a single object; some write a name where an object should be. */
function authorsOf(of: JsonObject): readonly RawAuthor[] | undefined {
  const values =
    Array.isArray(of['authors']) && of['authors'].length > 0 ? arrayOf(of['authors']) : [of['author']];
  const authors = values.flatMap(value => authorOf(value) ?? []);
  return authors.length > 0 ? authors : undefined;
}

function authorOf(value: unknown): RawAuthor | undefined {
  const author = objectOf(value) ?? {name: value};
  const name = stringOf(author['name']);
  if (name === undefined) return undefined;
  const ours = objectOf(author['_inkwell']) ?? {};
  return defined({
    name,
    url: stringOf(author['url']),
    role: stringOf(ours['role']),
    bio: stringOf(ours['bio']),
  });
}

function attachmentOf(attachment: JsonObject): readonly Enclosure[] {
  const url = stringOf(attachment['url']);
  const type = stringOf(attachment['mime_type']);
  const bytes = numberOf(attachment['size_in_bytes']);
  const seconds = numberOf(attachment['duration_in_seconds']);
  return url === undefined ? [] : [enclosure(url, type, stringOf(attachment['title']), bytes, seconds)];
}
