import type {Library} from '../app/ports.ts';
import type {ArticleWithBody} from '../domain/article.ts';
import type {Publication} from '../domain/publication.ts';
import type {Marks} from '../domain/view.ts';
import type {Surroundings} from './context.ts';
import type {ListedRow, Listing} from './listing.ts';
import {markdownOf} from './markdown-of.ts';
import {openNamed, type Loaded} from './open-named.ts';

export type Ask = Readonly<{query: string; limit: number; bodies: boolean}>;

export type Answer = Listing & Readonly<{hasAny: boolean}>;

/** Lists sources that are read for this run only; what the library knows of their articles is added, nothing is written. */
export async function listNamed(
  locations: readonly string[],
  ask: Ask,
  surroundings: Surroundings,
): Promise<Answer> {
  const {loaded, problems} = await openNamed(locations, surroundings);
  const library = await surroundings.ports.existingLibrary();
  const rows = loaded.flatMap(({publication, articles}) =>
    articles.map(article => rowOf(article, publication, library)),
  );
  const chosen = ask.query === '' ? rows : await matching(ask.query, rows, loaded, surroundings);
  return {
    publications: loaded.map(({publication}) => publication),
    rows: withBodies(chosen.slice(0, ask.limit), ask.bodies, surroundings),
    problems,
    hasAny: loaded.length > 0,
  };
}

type Row = Readonly<{row: ListedRow; body: ArticleWithBody['body']}>;

function rowOf(
  {article, body}: ArticleWithBody,
  publication: Publication,
  library: Library | undefined,
): Row {
  const {isRead, isStarred, progress} = library?.article(article.id) ?? UNTOUCHED;
  return {row: {...article, isRead, isStarred, progress, publicationTitle: publication.title}, body};
}

const UNTOUCHED: Marks = {isRead: false, isStarred: false, progress: 0};

/** The query language is the library's, so what was read goes into one that is forgotten afterwards. */
async function matching(
  query: string,
  rows: readonly Row[],
  loaded: readonly Loaded[],
  {ports}: Surroundings,
): Promise<readonly Row[]> {
  const library = await ports.passingLibrary();
  const byId = new Map(rows.map(each => [each.row.id, each]));
  for (const fetched of loaded) {
    const {publicationId} = library.follow(fetched.publication.location, {isListed: false});
    library.store(publicationId, fetched);
  }
  library.mark(
    rows.filter(({row}) => row.isRead).map(({row}) => row.id),
    {isRead: true},
  );
  library.mark(
    rows.filter(({row}) => row.isStarred).map(({row}) => row.id),
    {isStarred: true},
  );
  const found = loaded.flatMap(
    ({publication}) =>
      library.window({publications: [publication.id], query, order: 'source'}, 0, rows.length).rows,
  );
  return found.flatMap(({id}) => byId.get(id) ?? []);
}

async function* withBodies(
  rows: readonly Row[],
  wanted: boolean,
  surroundings: Surroundings,
): AsyncIterable<ListedRow> {
  for (const {row, body} of rows)
    yield wanted ? {...row, markdown: await markdownOf(row, body, surroundings)} : row;
}
