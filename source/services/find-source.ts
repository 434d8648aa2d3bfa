import {withoutPassword} from '../domain/publication/location.ts';
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

/** Finds a followed source by its address or folder, its feed, its home page, its id or its title. */
export function findSource(library: Library, word: string): Followed {
  const all = followed(library);
  const lower = withoutSlash(word.toLowerCase());
  const names = ({row, source}: Followed) => [
    source.location,
    // As the commands print it.
    withoutPassword(source.location),
    row.location,
    source.feedUrl,
    row.homepage,
    row.id,
    row.title,
  ];
  const found =
    all.find(({source}) => source.location === word || source.location === locate(word)) ??
    all.find(each => names(each).some(name => name && withoutSlash(name.toLowerCase()) === lower));
  if (found) return found;
  const near = nearest(
    word,
    all.flatMap(each => names(each).filter(name => name !== undefined)),
  );
  throw new ProblemError({
    kind: 'missing',
    message: `You follow no source called ${word}.`,
    advice: near ? `Did you mean ${near}?` : '"inkwell sources" shows what you follow.',
  });
}

const withoutSlash = (text: string): string => text.replace(/\/$/, '');
