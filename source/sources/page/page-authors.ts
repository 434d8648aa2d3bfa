import {defined} from '../format/defined.ts';
import type {RawAuthor} from '../format/format.ts';
import {authorsInByline} from './byline.ts';
import {attribute, textOf, type Dom, type Element} from './dom.ts';

/**
 * Elements in which a page names its writer, in order of trust. A biography, or a link to all posts, is no
 * name.
 */
const PLACES = [
  '[itemprop~="author"] [itemprop~="name"]',
  'a[rel~="author"]',
  '.p-author .p-name, .p-author',
  '.byline .author .fn, .author.vcard .fn, .vcard .fn, .author .p-name',
  '[itemprop~="author"]',
  '.entry-author-name, .author-name, .post-author-name, .byline-name, .wp-block-post-author__name, .author-title',
  '[rel~="author"]',
];

/** Those that a page names outside of its JSON-LD. */
export function pageAuthors(dom: Dom): readonly RawAuthor[] {
  const stated = attribute(
    dom,
    'meta[name="author"], meta[property="article:author"], meta[name="parsely-author"], meta[name="dc.creator"], meta[name="DC.creator"], meta[name="byl"], meta[name="sailthru.author"]',
    'content',
  );
  const named = stated === undefined ? [] : peopleIn(stated);
  if (named.length > 0) return named;
  for (const place of PLACES) {
    const found = [...dom.querySelectorAll(place)].filter(isOfArticle).flatMap(personAt);
    const names = new Map(found.map(person => [person.name, person]));
    if (names.size > 0) return [...names.values()].slice(0, 10);
  }
  return [];
}

/** The people in the line that readability takes for the byline. */
export function bylineAuthors(byline: string): readonly RawAuthor[] {
  return peopleIn(byline);
}

/** False for the writer of a comment, or of another article whose card stands here. */
function isOfArticle(element: Element): boolean {
  return (
    element.closest(
      '.comment, .comments, #comments, .commentlist, [class*="related"], aside nav, footer nav',
    ) === null
  );
}

function personAt(element: Element): readonly RawAuthor[] {
  const name = nameIn(textOf(element));
  if (name === undefined) return [];
  const url =
    element.getAttribute('href') ?? element.querySelector('a[href]')?.getAttribute('href') ?? undefined;
  return [defined({name, url})];
}

function peopleIn(text: string): readonly RawAuthor[] {
  return authorsInByline(text).flatMap(person => {
    const name = nameIn(person.name ?? '');
    return name === undefined ? [] : [{...person, name}];
  });
}

const ALL_POSTS =
  /^(?:view|see|read|browse|show|more|alle?|all|voir|ver|toutes?|todas?|tutti)\b.*\b(?:posts?|articles?|stories|entries|more|beiträge|artikel|publications|entradas|articoli)\b|\b(?:posts|articles|entries) (?:by|from|of)\b/iu;

/**
 * A name of a person or an office; undefined for an address, a date, a sentence, or the words of a link to
 * all posts.
 */
function nameIn(text: string): string | undefined {
  const line = text
    .replace(
      /^(?:(?:written|posted|published|words|story|text)\s+)?(?:by|von|par|por|di|door|af|av)[\s:]+/iu,
      '',
    )
    .trim();
  if (line === '' || line.length > 80 || ALL_POSTS.test(line)) return undefined;
  if (
    /^https?:|^@?\d|^[\w.]+@|[.!?]\s+\S+\s|[.!?]$/iu.test(line) &&
    !/^(?:\S+ ){0,4}(?:[A-Z]\.|Jr\.|Sr\.)/u.test(line)
  )
    return undefined;
  return line;
}
