import {withoutPassword} from '../domain/publication/passwords.ts';
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
 * says of itself counts last, and only where no other says it: its home page if it is of the feed's own site,
 * and its title. @throws ProblemError where there is none, or several.
 */
export function findSource(library: Library, word: string): Followed {
  const all = followed(library);
  const wanted = withoutSlash(word.toLowerCase());
  const isIt = (name: string | undefined): boolean => withoutSlash(name?.toLowerCase() ?? '') === wanted;
  const tiers: readonly ((each: Followed) => boolean)[] = [
    ({source}) => source.location === word || source.location === locate(word),
    each => addressesOf(each).some(isIt),
    ({source}) => isIt(source.feedUrl),
    ({row}) => isIt(row.homepage) && isOwnHomepage(row),
    ({row}) => isIt(row.title),
  ];
  for (const tier of tiers) {
    const [first, ...others] = all.filter(tier);
    if (first && others.length === 0) return first;
    if (first) throw ambiguous(word, [first, ...others]);
  }
  const near = nearest(
    word,
    all.flatMap(({row, source}) =>
      [...addressesOf({row, source}), source.feedUrl ?? '', row.homepage ?? '', row.title].filter(Boolean),
    ),
  );
  throw new ProblemError({
    kind: 'missing',
    message: `You follow no source called ${word}.`,
    advice: near ? `Did you mean ${near}?` : '"inkwell sources" shows what you follow.',
  });
}

function ambiguous(word: string, found: readonly Followed[]): ProblemError {
  const addresses = found.map(({source}) => withoutPassword(source.location));
  return new ProblemError({
    kind: 'malformed',
    message: `${found.length} sources are called ${word}.`,
    advice: `Name one by its address: ${addresses.join(', ')}.`,
  });
}

/** A source's own address, also as the commands print it, and its id. */
function addressesOf({row, source: {location}}: Followed): readonly string[] {
  return [location, withoutPassword(location), row.location, row.id];
}

function isOwnHomepage(row: PublicationRow): boolean {
  const url = URL.parse(row.homepage ?? '');
  return url !== null && isOwnSite(url, row);
}

const withoutSlash = (text: string): string => text.replace(/\/$/, '');
