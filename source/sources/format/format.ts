import type {Body, MailPlace} from '../../domain/article/article.ts';
import type {Problem} from '../../domain/problem.ts';

/** Something that was fetched or read, as text, before anyone knows what it is. */
export type Document = Readonly<{
  text: string;
  /** The final address (after redirects), or a `file:` URL. */
  url: string;
  /** The media type alone, in lower case: "application/rss+xml". */
  contentType?: string;
  /** It was found at a private address. */
  isPrivate?: boolean;
  /** The language that the server names. */
  language?: string;
  /** The text as JSON; undefined where it is none. Read once, when it is first asked for. */
  json: unknown;
}>;

/**
 * One format in one file: pure, knows nothing of networks and ids. Adding a format is adding a file and its
 * line in formats.ts.
 */
export type Format = Readonly<{
  name: string;
  /** Cheap, and by the document's shape rather than by its media type, which is often wrong. */
  recognises(document: Document): boolean;
  /** Throws a ProblemError where nothing can be made of the document. */
  parse(document: Document, limits?: Limits): Parsed;
}>;

/** Limits of items and depth; the rest is left out, with a warning that says so. */
export type Limits = Readonly<{
  /** Articles in one document. */
  items: number;
  /** Elements inside one another. */
  depth: number;
}>;

export const LIMITS: Limits = {items: 20_000, depth: 90};

/**
 * A short text as the source writes it. `html` is markup; `text` is to be shown as it stands; `loose` is
 * meant as text, but writers of such fields often put references and inline tags there.
 */
export type RawText = Readonly<{content: string; format: 'html' | 'text' | 'loose'}>;

export type RawAuthor = Readonly<{
  /** May hold an address ("ada@example.com (Ada)"): only the name is kept. */
  name?: string;
  email?: string;
  role?: string;
  bio?: string;
  url?: string;
}>;

/** A file that belongs to the article: kept as a link at the body's end. */
export type Enclosure = Readonly<{
  url: string;
  type?: string;
  title?: string;
  bytes?: number;
  seconds?: number;
}>;

/**
 * An article as the source gives it. Addresses may be relative, strings may hold anything: `assemble` deals
 * with both.
 */
export type RawArticle = Readonly<{
  /** Whatever the source itself calls it: a guid, an Atom id, a post's number. */
  guid?: string;
  url?: string;
  /** An article of a folder: its path relative to the folder, with forward slashes. */
  path?: string;
  title?: RawText;
  /** The best text that there is; absent when there is none but the excerpt. */
  body?: Body;
  excerpt?: RawText;
  authors?: readonly RawAuthor[];
  /** Dates as written, in order of trust; the first that can be read counts. */
  published?: readonly (string | undefined)[];
  updated?: readonly (string | undefined)[];
  category?: string;
  /** All labels; the category may be among them. */
  tags?: readonly string[];
  image?: string;
  enclosures?: readonly Enclosure[];
  /** The page where the article is discussed. */
  comments?: string;
  /** Articles that the source names as related: guids, addresses or paths of its articles. */
  related?: readonly string[];
  /** Read time as the source states it; else it is counted. */
  minutes?: number;
  /** Stated by those who know; else judged from the text. */
  isPartial?: boolean;
  /** The base of relative addresses, where it isn't the document's own base. */
  base?: string;
  /** A letter's place in a mailbox at a server. */
  mail?: MailPlace;
}>;

export type Parsed = Readonly<{
  title?: RawText;
  tagline?: RawText;
  homepage?: string;
  language?: string;
  /** Sign articles that name nobody. */
  authors?: readonly RawAuthor[];
  /** In the source's order. */
  articles: readonly RawArticle[];
  /** The newsletter object of the publication, unchecked. */
  newsletter?: unknown;
  /** A JSON file that holds such an object. */
  newsletterUrl?: string;
  /** The address of older articles. */
  nextUrl?: string;
  /** The software that made the feed, where its habits are known. */
  generator?: 'WordPress';
  /** The address that the feed calls its own. */
  feedUrl?: string;
  /** Minutes for which the source asks not to be fetched again. */
  ttl?: number;
  /** The base of relative addresses, itself perhaps relative to the document's address. */
  base?: string;
  /** Articles may be missing: the document broke off, or was longer than a limit. */
  isCut?: boolean;
  /** Faults that did not cost the publication. */
  warnings?: readonly Problem[];
}>;
