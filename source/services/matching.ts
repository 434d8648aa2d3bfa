import type {ListedRow} from '../output/listing.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Loaded} from './open-named.ts';
import type {Ports} from '../runtime/container.ts';
import {followable} from './followable.ts';

type Listed = Readonly<{publication: Publication; rows: readonly ListedRow[]}>;

/**
 * The ids of the rows that match. The query language is the library's, so what was read goes into a library that is
 * forgotten afterwards, and what was already kept is asked where it is.
 */
export async function matching(
  query: string,
  listed: readonly Listed[],
  loaded: readonly Loaded[],
  ports: Pick<Ports, 'existingLibrary' | 'passingLibrary'>,
): Promise<ReadonlySet<string>> {
  const passing = await ports.passingLibrary();
  const kept = await ports.existingLibrary();
  const fresh = new Set(loaded.map(({publication}) => publication.id));
  for (const fetched of loaded) {
    const {publicationId} = passing.follow(followable(fetched.publication.location), {isListed: false});
    passing.store(publicationId, fetched);
  }
  const rows = listed.flatMap(each => each.rows);
  const ids = (has: (row: ListedRow) => boolean) =>
    rows.filter(row => fresh.has(row.publicationId) && has(row)).map(({id}) => id);
  passing.mark(
    ids(({isRead}) => isRead),
    {isRead: true},
  );
  passing.mark(
    ids(({isStarred}) => isStarred),
    {isStarred: true},
  );
  return new Set(
    listed.flatMap(({publication: {id}, rows: all}) => {
      const library = fresh.has(id) ? passing : kept;
      return library?.window({publications: [id], query}, 0, all.length).rows.map(row => row.id) ?? [];
    }),
  );
}
