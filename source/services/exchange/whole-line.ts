import type {Article, Author} from '../../domain/article/article.ts';
import type {Newsletter} from '../../domain/newsletter/newsletter.ts';
import type {Problem} from '../../domain/problem.ts';
import {webAddress} from '../../domain/publication/location.ts';
import type {StateLine} from '../../domain/state-line.ts';

/** Checks what everything else relies on; the tables of the library look at the rest. */
export function isWhole(line: StateLine): boolean {
  if (line.kind === 'article') return isObject(line.article) && isArticle(line.article);
  if (line.kind === 'signup') return isObject(line.signup) && isCount(line.signup.id);
  if (line.kind !== 'publication') return true;
  const {publication, source} = line;
  return (
    isObject(publication) &&
    [publication.id, publication.location, publication.title].every(isText) &&
    isObject(source) &&
    isObject(source.settings) &&
    isObject(source.validators) &&
    (source.feedUrl === undefined || isText(source.feedUrl)) &&
    (source.problem === undefined || isProblem(source.problem)) &&
    [source.rank, source.inSource, source.failures].every(isCount) &&
    [publication.newsletter, source.foundNewsletter, source.settings.newsletter].every(isNewsletter)
  );
}

function isNewsletter(value: Newsletter | undefined): boolean {
  if (value === undefined) return true;
  if (!isObject(value) || !isObject(value.signup) || !Array.isArray(value.promises)) return false;
  if (![...value.promises, value.heading ?? '', value.pitch ?? ''].every(isText)) return false;
  const {signup} = value;
  if (signup.kind === 'request')
    return (
      [signup.provider, signup.field].every(isText) && isObject(signup.fixed) && isWebAddress(signup.url)
    );
  return signup.kind === 'none' || (isText(signup.provider) && isWebAddress(signup.page));
}

function isArticle({authors, publishedAt, title}: Article): boolean {
  const isAuthor = (author: Partial<Author>): boolean =>
    isObject(author) && isText(author.name) && [author.role, author.bio, author.url].every(isTextOrNone);
  const isDated =
    publishedAt === undefined || (isText(publishedAt) && !Number.isNaN(Date.parse(publishedAt)));
  return isText(title) && Array.isArray(authors) && authors.every(isAuthor) && isDated;
}

function isProblem(problem: Problem): boolean {
  return (
    isObject(problem) &&
    [problem.kind, problem.message].every(isText) &&
    [problem.advice, problem.location].every(isTextOrNone)
  );
}

/** Numbers that are counted on from; no library comes near the largest. */
function isCount(value: unknown): boolean {
  return value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < 1e9);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNone = (value: unknown): boolean => value === undefined || isText(value);
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isWebAddress = (location: unknown): boolean =>
  isText(location) && /^https?:/iu.test(location) && webAddress(location) !== undefined;
