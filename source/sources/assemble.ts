import type {ArticleWithBody} from '../domain/article.ts';
import {publicationId} from '../domain/identity.ts';
import type {Problem} from '../domain/problem.ts';
import type {Publication} from '../domain/publication.ts';
import type {Parsed} from './formats/format.ts';

export type Origin = Readonly<{
  /** As the person gave it. */
  location: string;
  /** What the publication's id is made from: the absolute path, or the normalised URL. */
  canonicalLocation: string;
  /** What relative addresses are resolved against: the final URL, or a `file:` URL. */
  url: string;
}>;

export type Assembled = Readonly<{
  publication: Publication;
  articles: readonly ArticleWithBody[];
  warnings: readonly Problem[];
  /** A JSON file with the newsletter's words, resolved; where the source has none of its own. */
  newsletterUrl?: string;
}>;

/**
 * The one place where what a source says becomes what the program talks about: ids, printable strings, resolved and
 * safe addresses, dates, words and read time.
 */
export function assemble(_parsed: Parsed, origin: Origin): Assembled {
  const id = publicationId(origin.canonicalLocation);
  return {publication: {id, title: origin.location, location: origin.location}, articles: [], warnings: []};
}
