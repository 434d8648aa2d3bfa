import {defined} from './defined.ts';
import {LIMITS} from './format.ts';
import type {Document, Format, Limits, Parsed, RawArticle, RawAuthor} from './format.ts';
import {loose} from './feed-fields.ts';
import {numberOf, objectOf, objectsOf, stringOf} from './json-values.ts';
import type {JsonObject} from './json-values.ts';

/** Posts of Ghost's Content API (`/ghost/api/content/posts/?key=…&include=authors,tags`). */
export const ghost: Format = {name: 'Ghost', recognises, parse: parseGhost};

function recognises({json}: Document): boolean {
  const answer = objectOf(json);
  if (!Array.isArray(answer?.['posts'])) return false;
  const [post] = objectsOf(answer['posts']);
  if (!post) return objectOf(answer['meta'])?.['pagination'] !== undefined;
  return (
    stringOf(post['title']) !== undefined && ('slug' in post || 'uuid' in post) && 'published_at' in post
  );
}

function parseGhost({json}: Document, limits: Limits = LIMITS): Parsed {
  return {articles: objectsOf(objectOf(json)?.['posts']).slice(0, limits.items).map(articleOf)};
}

/** Adds what `/ghost/api/content/settings/` says of the site. */
export function withGhostSettings(parsed: Parsed, {json}: Document): Parsed {
  const settings = objectOf(objectOf(json)?.['settings']) ?? {};
  return defined({
    ...parsed,
    title: loose(stringOf(settings['title'])) ?? parsed.title,
    tagline: loose(stringOf(settings['description'])) ?? parsed.tagline,
    homepage: stringOf(settings['url']) ?? parsed.homepage,
    language: stringOf(settings['locale']) ?? stringOf(settings['lang']) ?? parsed.language,
  });
}

/** The address of the settings for a list of posts; the same key opens both. */
export function ghostSettingsAddress(posts: string): string | undefined {
  const url = new URL(posts);
  const key = url.searchParams.get('key');
  const end = url.pathname.search(/\/content\/posts\b/u);
  if (end === -1 || key === null) return undefined;
  url.pathname = `${url.pathname.slice(0, end)}/content/settings/`;
  url.search = `?${new URLSearchParams({key}).toString()}`;
  return url.href;
}

function articleOf(post: JsonObject): RawArticle {
  const content = stringOf(post['html']);
  const tags = objectsOf(post['tags']).filter(({visibility}) => visibility !== 'internal');
  const names = tags.flatMap(({name}) => stringOf(name) ?? []);
  const authors = objectsOf(post['authors']);
  return defined({
    guid: stringOf(post['uuid']) ?? stringOf(post['id']),
    url: stringOf(post['url']),
    title: loose(stringOf(post['title'])),
    body: content === undefined ? undefined : {format: 'html' as const, content},
    excerpt: loose(stringOf(post['custom_excerpt']) ?? stringOf(post['excerpt'])),
    authors: (authors.length > 0 ? authors : objectsOf([post['primary_author']])).flatMap(authorOf),
    published: [stringOf(post['published_at']), stringOf(post['created_at'])],
    updated: [stringOf(post['updated_at'])],
    category: stringOf(objectOf(post['primary_tag'])?.['name']) ?? names[0],
    tags: names,
    image: stringOf(post['feature_image']),
    minutes: numberOf(post['reading_time']),
    // Posts for members end after their preview.
    isPartial: content === undefined || post['access'] === false ? true : undefined,
  });
}

function authorOf({name, bio, website, url}: JsonObject): readonly RawAuthor[] {
  const known = stringOf(name);
  if (known === undefined) return [];
  // The API of a site without author pages gives addresses that lead nowhere.
  const page = [stringOf(url), stringOf(website)].find(
    address => address !== undefined && !address.endsWith('/404/'),
  );
  return [defined({name: known, bio: stringOf(bio), url: page})];
}
