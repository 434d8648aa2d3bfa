import type {RawAuthor} from '../../format/format.ts';
import {isFields} from '../../front-matter/fields.ts';
import type {Fields} from '../../front-matter/fields.ts';
import {authorsInByline} from '../../page/byline.ts';
import {pickFrom, textOf} from '../article/pick.ts';

/** Those who are known by a key, as `authors.yml` has them. */
export type People = ReadonlyMap<string, RawAuthor>;

/** Authors as people write them: a name, several in a line, an object, a key, or a list of any of these. */
export function authorsFrom(value: unknown, people: People): readonly RawAuthor[] {
  if (Array.isArray(value))
    return value.flatMap(item =>
      typeof item === 'string' ? named(item, people) : authorsFrom(item, people),
    );
  if (isFields(value)) return authorOf(value, people);
  const text = textOf(value)?.slice(0, LONGEST);
  if (text === undefined) return [];
  const known = people.get(keyOf(text));
  if (known) return [known];
  const listed = text.split(/\s*[,;]\s*/u).map(key => people.get(keyOf(key)));
  return listed.every(author => author !== undefined) ? listed : namesIn(text, people);
}

/** A longer text names nobody, and looking for names in it takes time by the square. */
const LONGEST = 2000;

/** An item of a list is one person, whatever signs the name holds. */
function named(item: string, people: People): readonly RawAuthor[] {
  const text = item.trim().slice(0, LONGEST);
  return text === '' ? [] : [people.get(keyOf(text)) ?? linked(text)];
}

function namesIn(line: string, people: People): readonly RawAuthor[] {
  if (!/[()[\]]/u.test(line))
    return authorsInByline(line).map(author => people.get(keyOf(author.name ?? '')) ?? author);
  const parts = line
    .replace(/^\s*by\s+/iu, '')
    .split(/\s*,\s*(?:and\s+)?(?![^()]*\)|[^[\]]*\])|\s+and\s+(?=\[)/u);
  return parts.filter(Boolean).flatMap(part => named(part, people));
}

/** "[Ada](https://…)" is a name and its page, and what stands in brackets behind it belongs to the name. */
function linked(text: string): RawAuthor {
  const [, url] = /\]\(([^)\s]+)[^)]*\)/u.exec(text) ?? [];
  const name = text.replaceAll(/\[([^\]]+)\]\([^)\s]+[^)]*\)/gu, '$1').trim();
  return {name, ...(url !== undefined && {url})};
}

function authorOf(fields: Fields, people: People): readonly RawAuthor[] {
  const pick = pickFrom(fields);
  const known = people.get(keyOf(pick.text('key', 'id', 'username', 'slug', 'ref') ?? ''));
  const name = pick.text('name', 'displayname', 'fullname', 'label');
  const title = pick.text('role', 'position', 'job', 'jobtitle');
  const role = title ?? (name === undefined ? undefined : pick.text('title', 'occupation'));
  const author: RawAuthor = {
    ...known,
    ...entry('name', name ?? known?.name ?? pick.text('title', 'key', 'username', 'id')),
    ...entry('role', role),
    ...entry('bio', pick.text('bio', 'description', 'about', 'summary', 'shortbio')),
    ...entry(
      'url',
      pick.text('url', 'link', 'website', 'web', 'homepage', 'site', 'href', 'uri') ??
        profileOf(pick.text('github')),
    ),
    ...entry('email', pick.text('email', 'mail')),
  };
  return author.name === undefined ? [] : [author];
}

function profileOf(github: string | undefined): string | undefined {
  return github !== undefined && /^[\w-]{1,39}$/u.test(github) ? `https://github.com/${github}` : undefined;
}

function entry(key: keyof RawAuthor, value: string | undefined): Partial<RawAuthor> {
  return value === undefined ? {} : {[key]: value};
}

/** Everyone in a file of authors: a map by key, or a list whose members name their keys. */
export function peopleIn(value: unknown): People {
  const people = new Map<string, RawAuthor>();
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((item): [string, unknown] => ['', item])
    : isFields(value)
      ? Object.entries(unwrapped(value))
      : [];
  for (const [key, inner] of entries) {
    const [author] =
      typeof inner === 'string'
        ? [{name: inner}]
        : isFields(inner)
          ? authorOf({...(key !== '' && {key}), ...inner}, new Map())
          : [];
    if (!author) continue;
    const keys = [
      key,
      ...(isFields(inner) ? pickFrom(inner).values('key', 'id', 'username', 'slug', 'short', 'nick') : []),
    ];
    for (const name of keys) if (typeof name === 'string' && name !== '') people.set(keyOf(name), author);
    if (author.name !== undefined && !people.has(keyOf(author.name))) people.set(keyOf(author.name), author);
  }
  return people;
}

/** `authors:` around everything says nothing. */
function unwrapped(fields: Fields): Fields | readonly unknown[] {
  const [[key, inner] = ['', undefined], ...others] = Object.entries(fields);
  return others.length === 0 &&
    /^(?:authors|people|team|members)$/iu.test(key) &&
    typeof inner === 'object' &&
    inner !== null
    ? (inner as Fields)
    : fields;
}

export function keyOf(name: string): string {
  return name.trim().replace(/^@/u, '').toLowerCase();
}
