import {isFields} from '../../front-matter/fields.ts';
import {instantFrom} from '../../dates/dates.ts';
import {NAMES} from './field-names.ts';
import {authorsFrom} from '../about/people.ts';
import type {People} from '../about/people.ts';
import {isFalse, isTrue, pickFrom, textOf} from './pick.ts';
import type {Pick} from './pick.ts';

/* The meaning of fields, whoever wrote them. */

/** A template's expression is no title. */
export function titleIn(pick: Pick): string | undefined {
  return NAMES.title
    .map(name => pick.text(name))
    .find(title => title !== undefined && !/^\{\{.*\}\}$/u.test(title));
}

export function datesIn(pick: Pick): readonly (string | undefined)[] {
  return pick
    .values(...NAMES.date)
    .map(value => (isFields(value) ? pickFrom(value).text('published', 'created', 'posted') : textOf(value)))
    .filter(value => value !== undefined && !isTrue(value) && !isFalse(value));
}

export function updatesIn(pick: Pick): readonly (string | undefined)[] {
  const [date] = pick.values('date');
  return [...pick.values(...NAMES.updated), isFields(date) ? date : undefined].map(value =>
    isFields(value) ? pickFrom(value).text('updated', 'modified', 'date') : textOf(value),
  );
}

/** Names, with what the fields beside them say of the only one. */
export function authorsIn(pick: Pick, people: People) {
  const [value] = pick.values(...NAMES.author);
  const authors = authorsFrom(value, people);
  const [only] = authors;
  if (authors.length !== 1 || !only || only.url !== undefined || only.role !== undefined) return authors;
  const url = pick.text('authorurl', 'authorlink');
  const role = pick.text('authortitle', 'authorrole');
  return [{...only, ...(url !== undefined && {url}), ...(role !== undefined && {role})}];
}

/**
 * An address of the web that the article itself names; a path is one where the publication's home page is
 * known.
 */
export function addressIn(pick: Pick, homepage: string | undefined): string | undefined {
  const whole = pick.values(...NAMES.address).find(value => /^https?:\/\/\S+$/iu.test(textOf(value) ?? ''));
  if (whole !== undefined) return textOf(whole);
  const path = pick.values(...NAMES.path).find(value => /^\/?[^\s:{}]+$/u.test(textOf(value) ?? ''));
  if (homepage === undefined || path === undefined) return undefined;
  return URL.parse(`/${textOf(path)?.replace(/^\/+/u, '')}`, homepage)?.href;
}

export function imageIn(pick: Pick): string | undefined {
  const [value] = pick.values(...NAMES.image).flat();
  return isFields(value)
    ? pickFrom(value).text('src', 'url', 'image', 'path', 'href', 'relative')
    : textOf(value);
}

/** The moment and the settings by which a generator decides. */
export type Publishing = Readonly<{
  generator?: string | undefined;
  hidesFuture: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}>;

/**
 * Not published: a draft, something that has expired or is still to come, a page that goes into no list.
 * `until`: when that ends by itself, in milliseconds since the epoch.
 */
export function heldBack(
  pick: Pick,
  dates: readonly (string | undefined)[],
  {generator, hidesFuture, now}: Publishing,
): {until?: number} | undefined {
  if (isDraft(pick) || isUnlisted(pick, generator)) return {};
  const expires = instantOf(pick.text('expirydate', 'unpublishdate'));
  if (expires !== undefined && expires <= now) return {};
  const starts = instantOf(pick.text('publishdate', 'pubdate') ?? dates[0]);
  return hidesFuture && starts !== undefined && starts > now ? {until: starts} : undefined;
}

function instantOf(written: string | undefined): number | undefined {
  const instant = written === undefined ? undefined : instantFrom(written);
  return instant === undefined ? undefined : Date.parse(instant);
}

function isDraft(pick: Pick): boolean {
  if (pick.values('draft', 'isdraft').some(isTrue)) return true;
  if (pick.values('published', 'publish').some(isFalse)) return true;
  return pick
    .values('status', 'state')
    .some(value => /^(?:draft|unpublished|hidden|skip)$/iu.test(textOf(value) ?? ''));
}

/** As Hugo, Zola, Eleventy and Docusaurus say it. */
function isUnlisted(pick: Pick, generator: string | undefined): boolean {
  const build = pick.values('build').find(isFields);
  if (build && Object.values(pickFrom(build).values('list', 'render')).some(isNever)) return true;
  if (pick.values('headless', 'unlisted', 'eleventyexcludefromcollections').some(isTrue)) return true;
  if (generator === 'zola' && pick.values('render').some(isFalse)) return true;
  return generator === 'eleventy' && pick.values('permalink').some(isFalse);
}

function isNever(value: unknown): boolean {
  return /^(?:never|false|local)$/iu.test(textOf(value) ?? '');
}
