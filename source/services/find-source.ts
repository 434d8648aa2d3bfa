import {withoutPassword} from '../domain/publication/location.ts';
import {isOwnSite} from '../domain/newsletter/signup-facts.ts';
import {nearest} from '../domain/text/nearest.ts';
import {ProblemError} from '../domain/problem.ts';
import type {Source} from '../domain/publication/source.ts';
import type {PublicationRow} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import {locate} from './locate.ts';

export type Followed = Readonly<{source: Source; row: PublicationRow}>;

/** Everything that is followed, with its source. */
export function followed(library: Library): readonly Followed[] {
  return library.publications().flatMap(row => {
    const source = row.isListed ? library.source(row.id) : undefined;
    return source ? [{source, row}] : [];
  });
}

/**
 * Finds a followed source by its address or folder, its feed, its id, its home page or its title. What a feed
 * says of itself counts last: its home page where it is of the feed's own site, its title where no other has
 * it. @throws ProblemError where there is none, or several.
 */
export function findSource(library: Library, word: string): Followed {
  const all = followed(library);
  const wanted = withoutSlash(word.toLowerCase());
  const isIt = (name: string | undefined): boolean => withoutSlash(name?.toLowerCase() ?? '') === wanted;
  const exact = all.find(({source}) => source.location === word || source.location === locate(word));
  const found =
    exact ??
    all.find(each => addressesOf(each).some(isIt)) ??
    all.find(({row}) => isIt(row.homepage) && isOwnHomepage(row));
  if (found) return found;
  const titled = all.filter(({row}) => isIt(row.title));
  const [first, second] = titled;
  if (first && !second) return first;
  if (second)
    throw new ProblemError({
      kind: 'malformed',
      message: `${titled.length} sources are called ${word}.`,
      advice: `Name one by its address: ${titled.map(({source}) => withoutPassword(source.location)).join(', ')}.`,
    });
  const near = nearest(
    word,
    all.flatMap(each => [...addressesOf(each), each.row.homepage ?? '', each.row.title].filter(Boolean)),
  );
  throw new ProblemError({
    kind: 'missing',
    message: `You follow no source called ${word}.`,
    advice: near ? `Did you mean ${near}?` : '"inkwell sources" shows what you follow.',
  });
}

/** A source's own address, also as the commands print it, its feed's and its id. */
function addressesOf({row, source}: Followed): readonly string[] {
  const {feedUrl, location} = source;
  return [
    location,
    withoutPassword(location),
    row.location,
    row.id,
    ...(feedUrl === undefined ? [] : [feedUrl]),
  ];
}

function isOwnHomepage(row: PublicationRow): boolean {
  const url = URL.parse(row.homepage ?? '');
  return url !== null && isOwnSite(url, row);
}

const withoutSlash = (text: string): string => text.replace(/\/$/, '');
