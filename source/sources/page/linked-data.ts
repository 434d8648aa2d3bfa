import {defined} from '../format/defined.ts';
import type {RawAuthor} from '../format/format.ts';
import {arrayOf, objectOf, objectsOf, stringOf, stringsOf} from '../format/json-values.ts';
import type {JsonObject} from '../format/json-values.ts';
import type {Dom} from './dom.ts';
import {parseJson} from '../../domain/text/parse-json.ts';

/** The facts about a page's article as schema.org data in JSON-LD. */
export type LinkedData = Readonly<{
  authors: readonly RawAuthor[];
  published?: string;
  updated?: string;
  section?: string;
  keywords: readonly string[];
  image?: string;
  publisher?: string;
  headline?: string;
}>;

export function linkedData(dom: Dom): LinkedData {
  const things = [...dom.querySelectorAll('script[type="application/ld+json"]')].flatMap(({textContent}) =>
    thingsIn(textContent ?? ''),
  );
  const article = things.find(isArticle);
  if (!article) return {authors: [], keywords: []};
  const byId = new Map(
    things.flatMap(thing => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing] as const] : [])),
  );
  const resolve = (value: unknown): JsonObject | undefined => {
    const thing = objectOf(Array.isArray(value) ? (value as unknown[])[0] : value);
    const id = stringOf(thing?.['@id']);
    return id === undefined ? thing : {...byId.get(id), ...thing};
  };
  const image = article['image'];
  return defined({
    authors: listOf(article['author']).flatMap(author => authorOf(resolve(author) ?? author)),
    published: stringOf(article['datePublished']),
    updated: stringOf(article['dateModified']),
    headline: stringOf(article['headline']),
    section: stringsOf(article['articleSection'])[0],
    keywords: keywordsOf(article['keywords']),
    image:
      stringOf(Array.isArray(image) ? (image as unknown[])[0] : image) ?? stringOf(resolve(image)?.['url']),
    publisher: stringOf(resolve(article['publisher'])?.['name']),
  });
}

function thingsIn(text: string): readonly JsonObject[] {
  try {
    const value: unknown = parseJson(text.replaceAll(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/gu, ''));
    return objectsOf(listOf(value)).flatMap(thing => [thing, ...objectsOf(thing['@graph'])]);
  } catch {
    return [];
  }
}

function isArticle({'@type': type}: JsonObject): boolean {
  return stringsOf(type).some(name =>
    /^(?:\w*Article|\w*BlogPosting|Report|Review|HowTo|SocialMediaPosting)$/u.test(name),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? arrayOf(value) : value === undefined || value === null ? [] : [value];
}

function authorOf(value: unknown): readonly RawAuthor[] {
  const author = objectOf(value);
  const name = stringOf(author?.['name'] ?? value);
  if (name === undefined || /^https?:/iu.test(name)) return [];
  return [
    defined({
      name,
      role: stringOf(author?.['jobTitle']),
      bio: stringOf(author?.['description']),
      url: stringOf(author?.['url']),
    }),
  ];
}

function keywordsOf(value: unknown): readonly string[] {
  const words = typeof value === 'string' ? value.split(',') : stringsOf(value);
  return words.map(word => word.trim()).filter(word => word !== '' && !word.includes(':'));
}
