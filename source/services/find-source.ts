import type {Library} from '../ports/library.ts';
import {ProblemError} from '../domain/problem.ts';
import type {Source} from '../domain/publication/source.ts';
import type {PublicationRow} from '../domain/query/view.ts';
import {followable} from './followable.ts';
import {nearest} from '../domain/text/nearest.ts';

export type Followed = Readonly<{source: Source; row: PublicationRow}>;

/** Everything that is followed, with its source. */
export function followed(library: Library): readonly Followed[] {
  return library.publications().flatMap(row => {
    const source = row.isListed ? library.source(row.id) : undefined;
    return source ? [{source, row}] : [];
  });
}

/** A followed source by what a person calls it: its address or folder, its feed, its id, its title. */
export function findSource(library: Library, word: string): Followed {
  const all = followed(library);
  const lower = word.toLowerCase().replace(/\/$/, '');
  const names = ({row, source}: Followed) => [
    source.location,
    row.location,
    source.feedUrl,
    row.homepage,
    row.id,
    row.title,
  ];
  const found =
    all.find(({source}) => source.location === word || source.location === followable(word)) ??
    all.find(each => names(each).some(name => name?.toLowerCase().replace(/\/$/, '') === lower));
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
