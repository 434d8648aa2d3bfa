import {defined} from './defined.ts';
import {LIMITS, type Document, type Format, type Limits, type Parsed, type RawArticle} from './format.ts';
import {arrayOf, objectOf, objectsOf, stringOf, stringsOf, type JsonObject} from './json-values.ts';

/**
 * Objects of ActivityPub: an article or a note, or a collection of them. Sites that are part of the Fediverse
 * answer with these where a page was wanted.
 */
export const activity: Format = {
  name: 'ActivityPub',
  recognises: ({json}) => isActivity(json) && objectsIn(json).length > 0,
  parse: parseActivity,
};

const OBJECTS = /^(?:Article|Note|Page|Question|Video|Audio|Event)$/u;

/** True if an answer is an activity, an actor or a collection. */
export function isActivity(json: unknown): boolean {
  return stringsOf(objectOf(json)?.['@context']).some(context =>
    /w3\.org\/ns\/activitystreams/u.test(context),
  );
}

function objectsIn(json: unknown): readonly JsonObject[] {
  const root = objectOf(json) ?? {};
  const listed = [...arrayOf(root['orderedItems']), ...arrayOf(root['items'])];
  return (listed.length > 0 ? objectsOf(listed) : [root])
    .map(item => objectOf(item['object']) ?? item)
    .filter(item => stringsOf(item['type']).some(type => OBJECTS.test(type)));
}

function parseActivity({json}: Document, {items}: Limits = LIMITS): Parsed {
  const objects = objectsIn(json);
  return {articles: objects.slice(0, items).map(articleOf), isCut: objects.length > items};
}

function articleOf(object: JsonObject): RawArticle {
  const name = stringOf(object['name']);
  const content = stringOf(object['content']);
  const summary = stringOf(object['summary']);
  const author = objectOf(object['attributedTo']);
  const attributed = stringOf(author?.['name']) ?? stringOf(author?.['preferredUsername']);
  return defined({
    guid: stringOf(object['id']),
    url: addressIn(object['url']) ?? stringOf(object['id']),
    title: name === undefined ? undefined : ({content: name, format: 'loose'} as const),
    body: content === undefined ? undefined : ({format: 'html', content} as const),
    excerpt: summary === undefined ? undefined : ({content: summary, format: 'html'} as const),
    authors: attributed === undefined ? undefined : [{name: attributed}],
    published: [stringOf(object['published'])],
    updated: [stringOf(object['updated'])],
    tags: objectsOf(object['tag']).flatMap(tag => stringOf(tag['name'])?.replace(/^#/u, '') ?? []),
    image: addressIn(object['image']),
  });
}

/** An address, or a link object with one, or a list of either. */
function addressIn(value: unknown): string | undefined {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return stringOf(first) ?? stringOf(objectOf(first)?.['href']) ?? stringOf(objectOf(first)?.['url']);
}
