import type {Author} from '../../domain/article/article.ts';
import {safeAddress} from '../../domain/text/addresses.ts';
import {shortened} from './excerpt.ts';
import type {RawAuthor} from '../format/format.ts';
import {lineOf} from './line.ts';

/** Named people, each once, in their order. Someone known by an email address alone stays unnamed. */
export function authorsFrom(raw: readonly RawAuthor[] | undefined, base: string): readonly Author[] {
  const authors = new Map<string, Author>();
  for (const person of (raw ?? []).slice(0, MAX_AUTHORS).flatMap(byName)) {
    const author = authorFrom(person, base);
    if (!author) continue;
    const key = author.name.toLowerCase();
    authors.set(key, {...author, ...authors.get(key)});
  }
  return [...authors.values()];
}

/**
 * One entry for each person of "By Ada Lane, Bo Berg and Cy Tran". A name with one word in it ("Lane, Ada")
 * is left whole.
 */
function byName(person: RawAuthor): readonly RawAuthor[] {
  const name = person.name?.replace(/^\s*by:?\s+(?=\p{Lu})/iu, '').trim();
  if (name === undefined || name.length > LONGEST_NAME || !isList(name))
    return [name === undefined ? person : {...person, name}];
  const names = name.split(/\s*;\s*|,? (?:and|und|et|y|e|&) |, /u);
  const arePeople = names.every(part => /^\p{Lu}\S*(?: \S+){1,3}$/u.test(part) && !/@|\bCo\b/u.test(part));
  return arePeople ? names.map(part => ({name: part})) : [{...person, name}];
}

/** Commas alone may stand before an office: only three names and no office are a list. */
function isList(name: string): boolean {
  if (/ (?:and|und|et|y|e|&) |;/u.test(name)) return true;
  return name.split(', ').length > 2 && !OFFICES.test(name);
}

const OFFICES =
  /\b(?:editors?|writers?|reporters?|correspondents?|columnists?|engineers?|managers?|directors?|officers?|professors?|fellows?|analysts?|developers?|architects?|founders?|presidents?|chief|head|lead|senior|staff|inc|llc|ltd|gmbh|university|institute|press|news|times)\b/iu;

/** More names than anyone signs with; a scientific paper has some thousands. */
const MAX_AUTHORS = 200;
const LONGEST_NAME = 500;

function authorFrom({name, role, bio, url}: RawAuthor, base: string): Author | undefined {
  const line = lineOf(name === undefined ? undefined : {content: name, format: 'loose'});
  const readable = line && nameIn(shortened(line, LONGEST_NAME));
  if (!readable) return undefined;
  const position = lineOf(role === undefined ? undefined : {content: role, format: 'loose'});
  const life = lineOf(bio === undefined ? undefined : {content: bio, format: 'loose'});
  const page = safeAddress(url, base);
  return {
    name: readable,
    ...(position && {role: position}),
    ...(life && {bio: life}),
    ...(page && {url: page}),
  };
}

const ADDRESS = String.raw`(?:mailto:)?[^\s@()<>[\]"]{1,64}@[^\s@()<>[\]"]{1,255}`;
const WITH_ADDRESS = new RegExp(
  String.raw`^(?:${ADDRESS}\s*[(<[]\s*(?<after>[^()<>[\]]+?)\s*[)>\]]|(?<before>.+?)\s*[(<[]\s*${ADDRESS}\s*[)>\]]|${ADDRESS}\s+(?<next>[^@]+)|(?<first>[^@]+?)[\s,;:|-]+${ADDRESS})$`,
  'u',
);

/** The name in "ada@example.com (Ada)", "Ada <ada@example.com>" and their relatives. */
function nameIn(line: string): string | undefined {
  if (!line.includes('@')) return line;
  const {after, before, next, first} = WITH_ADDRESS.exec(line)?.groups ?? {};
  const name = (after ?? before ?? next ?? first)?.replaceAll(/^["'\s]+|["'\s]+$/gu, '');
  if (name && !new RegExp(ADDRESS, 'u').test(name)) return name;
  return new RegExp(ADDRESS, 'u').test(line) ? undefined : line;
}
