import {ProblemError} from '../../domain/problem.ts';
import type {NamedFeed} from '../../domain/publication/source.ts';
import type {Answer} from '../../http/http.ts';
import {ask, FEEDS, type Question} from '../place/ask.ts';
import {binaryKind} from '../text/binary.ts';
import type {Document, Format} from '../format/format.ts';
import {formatOf} from '../format/formats.ts';
import {pageLinks} from './page-links.ts';
import {reachFrom} from '../place/reach-from.ts';
import type {Own} from '../place/settings-at.ts';
import type {Surroundings} from '../context.ts';

export type Discovered = Readonly<{
  answer: Answer;
  document: Document;
  format: Format;
  /** The address of the newsletter's description, as the page names it. */
  newsletterUrl?: string;
  otherFeeds?: readonly NamedFeed[];
}>;

/**
 * The feed of a site from one of its pages: what the page names, then the usual paths, then the site's own
 * API.
 */
export async function discoverFeed(
  {document: page, answer}: Readonly<{document: Document; answer: Pick<Answer, 'headers'>}>,
  own: Own,
  surroundings: Surroundings,
): Promise<Discovered> {
  if (!looksLikePage(page) || binaryKind(page.text) !== undefined) throw noFeed(page);
  const {feeds, titled, guesses, apis, newsletter} = pageLinks(page, answer.headers.get('link') ?? '');
  const places = new Set([
    ...placesOfPart(page.url, feeds),
    ...feeds,
    ...guesses.slice(0, 3),
    ...(feeds.length === 0 ? usualPlaces(page.url) : []),
    ...apis,
  ]);
  places.delete(page.url);
  for (const url of places) {
    surroundings.signal.throwIfAborted();
    const question = {
      url,
      accept: FEEDS,
      own,
      reach: reachFrom(page),
    };
    const found = await tryFeed(question, surroundings);
    if (!found) continue;
    const otherFeeds = otherThan(url, titled);
    return {
      ...found,
      ...(newsletter !== undefined && {newsletterUrl: newsletter}),
      ...(otherFeeds.length > 0 && {otherFeeds}),
    };
  }
  throw noFeed(page);
}

/** More than anybody chooses from. */
const MOST = 20;

/**
 * Feeds of other subjects than the one at `url`: one subject in several formats has titles that differ in
 * these alone.
 */
function otherThan(url: string, titled: readonly NamedFeed[]): readonly NamedFeed[] {
  const known = new Set(titled.filter(feed => feed.url === url).map(subjectOf));
  if (known.size === 0) return [];
  const others = titled.filter(feed => {
    const subject = subjectOf(feed);
    if (subject === '' || known.has(subject)) return false;
    known.add(subject);
    return true;
  });
  return others.slice(0, MOST);
}

function subjectOf({title}: NamedFeed): string {
  return title
    .toLowerCase()
    .replaceAll(/\b(?:rss|atom|rdf|json|xml|feed|newsfeed|\d(?:\.\d+)?)\b|[^\p{L}\p{N}]+/gu, '');
}

/**
 * The page of a category, a tag or an author has a feed of its own in WordPress, Ghost and Hugo, whether it
 * names that or not.
 */
function placesOfPart(page: string, named: readonly string[]): readonly string[] {
  const {origin, pathname} = new URL(page);
  const part =
    /^(?:\/[\w-]+)?\/(?:category|categories|tag|tags|topics?|author|authors|kategorie|schlagwort|categoria|etiqueta|categorie|auteur|autor)\/[^/.]+(?:\/[^/.]+)*?\/?$/u.exec(
      pathname,
    )?.[0];
  if (part === undefined) return [];
  const own = `${origin}${part.replace(/\/?$/u, '/')}`;
  if (named.some(feed => feed.startsWith(own))) return [];
  return ['feed/', 'rss/', 'index.xml'].map(name => `${own}${name}`);
}

/** Paths that most software uses, beside the page and at the site's root. */
export function usualPlaces(page: string): readonly string[] {
  const beside = ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'feed.json'].map(
    name => new URL(name, asFolder(page)).href,
  );
  const atRoot = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml'].map(
    path => new URL(path, page).href,
  );
  return [...new Set([...beside, ...atRoot])];
}

async function tryFeed(question: Question, surroundings: Surroundings): Promise<Discovered | undefined> {
  try {
    const {answer, document} = await ask(question, surroundings);
    const format = formatOf(document);
    return format && {answer, document, format};
  } catch (error) {
    // One dead link doesn't mean that there is no feed; a host that limits or fails us won't answer the next
    // one better.
    if (error instanceof ProblemError && PASSED_OVER.has(error.problem.kind)) return undefined;
    throw error;
  }
}

const PASSED_OVER = new Set([
  'missing',
  'gone',
  'denied',
  'malformed',
  'refused',
  'unsupported',
  'unsafe',
  'too-large',
]);

/** "/blog" is a folder as well as "/blog/"; "/blog/index.html" lies in one. */
function asFolder(page: string): string {
  const url = new URL(page);
  url.search = '';
  const last = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  if (last !== '' && !last.includes('.')) url.pathname += '/';
  return url.href;
}

function looksLikePage({text, contentType = ''}: Document): boolean {
  return /html/u.test(contentType)
    ? text.trim() !== ''
    : /<(?:!doctype html|html|head|body|link|title)\b/iu.test(text.slice(0, 20_000));
}

function noFeed(document: Document): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    message: `No feed was found at ${new URL(document.url).host}: ${kindOf(document)}.`,
    advice: 'Look for a link to RSS or Atom on the site, or read single pages with “inkwell read ADDRESS”.',
  });
}

function kindOf({text, json}: Document): string {
  if (text.trim() === '') return 'the answer is empty';
  if (json !== undefined)
    return 'it is JSON, but neither a JSON Feed nor the answer of an API that Inkwell knows';
  const binary = binaryKind(text);
  if (binary !== undefined) return `it is ${binary}`;
  const isPage = /<(?:html|body|!doctype html|title)\b/iu.test(text.slice(0, 20_000));
  return isPage ? 'it is a web page that leads to none' : 'it is neither a feed nor a web page';
}
