import type {Publication} from '../domain/publication/publication.ts';
import type {Problem} from '../domain/problem.ts';
import {toProblem} from '../domain/problem.ts';
import {rootView, type ArticleRow, type ReadingState, type View} from '../domain/query/view.ts';
import type {Library} from '../ports/library.ts';
import {completeTeaser, markdownOf, storedText, type Text} from './article-text.ts';
import type {ReadingServices, Services} from './context.ts';
import {followConfigured} from './follow.ts';
import {locate} from './locate.ts';
import {openSources, type Loaded} from './open-sources.ts';
import {neverFetched, refresh} from './refresh.ts';

export type ListedRow = ArticleRow &
  Readonly<{
    markdown?: string;
    /** The line that matches a search. */
    snippet?: string;
  }>;

export type Listing = Readonly<{
  publications: readonly Publication[];
  /** Rows in the order in which they are shown; large libraries come in parts. */
  rows: AsyncIterable<ListedRow> | Iterable<ListedRow>;
  /** Failures of this run. */
  problems: readonly Problem[];
  /** Worth knowing, and no failure: an earlier fetch that failed, a broken front matter. */
  warnings?: readonly Problem[];
}>;

export type ListRequest = Readonly<{
  query: string;
  limit: number;
  /** With the text of each article as Markdown. */
  bodies: boolean;
  /** Of each named source. */
  pages?: number;
  /** Of followed sources; named ones keep their own. */
  order?: View['order'];
}>;

/** Asked for where something is fetched: until then Ctrl-C ends a query at once. */
type Signal = () => AbortSignal;

/** Rows read at a time: enough to be quick, few enough to be small. */
const PART = 500;

/** Lists what the library has of everything followed. Sources that were never fetched are fetched first. */
export async function listLibrary(
  {query, limit, bodies, order}: ListRequest,
  services: Services,
  signal: Signal,
): Promise<Listing> {
  const {library, options, report} = services;
  await followConfigured(library, options);
  const fresh = neverFetched(services);
  let done = 0;
  const onRefreshed = (): void => report.progress(`Fetched ${++done} of ${fresh.length}`);
  const refreshed = fresh.length === 0 ? [] : await refresh(fresh, services, onRefreshed, signal());
  report.progress(undefined);
  const problems = refreshed.flatMap(({problem}) => problem ?? []);
  const publications = library.publications().filter(({isListed, isHidden}) => isListed && !isHidden);
  const view: View = {...listedView(library, options.order), query, ...(order !== undefined && {order})};
  // An invalid query must be reported before anything is printed.
  library.window(view, 0, 1);
  const failed = new Set(problems.map(({location}) => location));
  const texts = listedTexts(services, signal);
  return {
    publications,
    rows: rows(),
    problems,
    warnings: publications.flatMap(({problem, location}) =>
      problem && !failed.has(location) ? [{...problem, location}] : [],
    ),
  };

  async function* rows(): AsyncIterable<ListedRow> {
    for (let offset = 0; offset < limit; offset += PART) {
      const part = library.window(view, offset, Math.min(PART, limit - offset)).rows;
      for (const row of part)
        yield bodies ? {...row, markdown: await texts(storedText(library, row.id))} : row;
      if (part.length < PART) return;
    }
  }
}

/** The list of everything that is followed, in the order that the reader shows it in. */
export function listedView(library: Library, order: View['order']): View {
  const listed = library.publications().filter(({isListed, isHidden}) => isListed && !isHidden);
  return rootView(
    undefined,
    listed.map(({id}) => id),
    order,
  );
}

/** A publication with its rows and their texts. */
type Section = Readonly<{
  publication: Publication;
  rows: readonly ListedRow[];
  text: (row: ListedRow) => Text | undefined;
}>;

/**
 * Lists sources read for this run only. The library adds its marks, and stands in for a source that can't be
 * reached; nothing is written.
 */
export async function listNamed(
  locations: readonly string[],
  {query, limit, bodies, pages}: ListRequest,
  services: ReadingServices & Readonly<{passingLibrary: () => Promise<Library>}>,
  signal: Signal,
): Promise<Listing> {
  const {library} = services;
  const {failures, loaded, warnings} = await openSources(locations, services, signal(), pages);
  const sections = [
    ...loaded.map(fetched => fetchedSection(fetched, library)),
    ...failures.flatMap(failure => storedSection(failure, library)),
  ];
  const matches =
    query === ''
      ? undefined
      : await matching(query, sections, loaded, library, await services.passingLibrary());
  const texts = listedTexts(services, signal);
  return {
    publications: sections.map(({publication}) => publication),
    rows: rows(),
    problems: failures,
    warnings,
  };

  async function* rows(): AsyncIterable<ListedRow> {
    let left = limit;
    for (const section of sections) {
      for (const row of section.rows) {
        if (left === 0) return;
        if (matches && !matches.has(row.id)) continue;
        yield bodies ? {...row, markdown: await texts(section.text(row))} : row;
        left--;
      }
    }
  }
}

const UNTOUCHED: ReadingState = {isRead: false, isStarred: false, progress: 0};

function fetchedSection({articles, publication}: Loaded, library: Library | undefined): Section {
  const all = new Map(articles.map(each => [each.article.id, each]));
  return {
    publication,
    rows: articles.map(({article}) => {
      const {isRead, isStarred, ownTags, progress} = library?.article(article.id) ?? UNTOUCHED;
      const marks = {isRead, isStarred, progress, ...(ownTags && {ownTags})};
      return {...article, ...marks, publicationTitle: publication.title};
    }),
    text: ({id}) => {
      const found = all.get(id);
      return found && {...found, publication, isStored: false};
    },
  };
}

/** A followed source that failed now still has the articles of an earlier fetch. */
function storedSection({location = ''}: Problem, library: Library | undefined): readonly Section[] {
  const where = locate(location);
  const source = library?.sources().find(candidate => candidate.location === where);
  const publication = source && library?.publication(source.publicationId);
  if (!library || !publication || publication.total === 0) return [];
  const view: View = {publications: [publication.id], query: '', order: 'source'};
  const {rows} = library.window(view, 0, publication.total);
  return [{publication, rows, text: row => storedText(library, row.id)}];
}

/**
 * The ids of the rows that match. Queries belong to the library, so what was read goes into a library in
 * memory, and what was stored is queried where it is.
 */
async function matching(
  query: string,
  sections: readonly Section[],
  loaded: readonly Loaded[],
  library: Library | undefined,
  passing: Library,
): Promise<ReadonlySet<string>> {
  const fresh = new Set(loaded.map(({publication}) => publication.id));
  for (const fetched of loaded) {
    const {publicationId} = passing.follow(locate(fetched.publication.location), {isListed: false});
    passing.store(publicationId, fetched);
  }
  const rows = sections.flatMap(section => section.rows).filter(row => fresh.has(row.publicationId));
  const ids = (has: (row: ListedRow) => boolean) => rows.filter(has).map(({id}) => id);
  passing.mark(
    ids(({isRead}) => isRead),
    {isRead: true},
  );
  passing.mark(
    ids(({isStarred}) => isStarred),
    {isStarred: true},
  );
  return new Set(
    sections.flatMap(({publication: {id}, rows: all}) => {
      const where = fresh.has(id) ? passing : library;
      return where?.window({publications: [id], query}, 0, all.length).rows.map(row => row.id) ?? [];
    }),
  );
}

/**
 * Texts for a listing. A source may list articles without any text; these are fetched, as long as the
 * command's time for them lasts, which begins with the first.
 */
function listedTexts(services: ReadingServices, signal: Signal): (text: Text | undefined) => Promise<string> {
  const {options, report} = services;
  let end: AbortSignal | undefined;
  return async text => {
    if (!text) return '';
    const {article, body} = text;
    const isEmpty = body.content.trim() === '' && article.isPartial && article.url !== undefined;
    const markdown = await markdownOf(text, services);
    if (!isEmpty || markdown !== '' || options.offline) return markdown;
    end ??= AbortSignal.timeout(options.limits.completing * 1000);
    if (end.aborted) return '';
    try {
      return (await completeTeaser(text, services, AbortSignal.any([signal(), end]))) ?? '';
    } catch (error) {
      report.problem(end.aborted ? tookTooLong(options.limits.completing) : toProblem(error, article.url));
      return '';
    }
  };
}

function tookTooLong(seconds: number): {message: string; advice: string} {
  return {
    message: `Fetching whole texts took longer than ${seconds} s; the texts that are still missing are left empty.`,
    advice: 'Ask for fewer articles with --limit, or raise the setting "limits.completing".',
  };
}
