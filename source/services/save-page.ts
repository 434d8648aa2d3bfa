import {withoutPassword} from '../domain/publication/passwords.ts';
import type {Article, Body} from '../domain/article/article.ts';
import {articleId, publicationId} from '../domain/article/identity.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {canonicalLocation, readableAddress, SAVED, webAddress} from '../domain/publication/location.ts';
import type {Services} from './context.ts';

export type SavedPage = Readonly<{
  article: Article;
  wasSaved: boolean;
  /** Why only the address is there. */
  problem?: Problem;
}>;

const SHELF = {id: publicationId(SAVED), title: 'Saved', location: SAVED} as const;

/**
 * Saves a page on the shelf "Saved" with its whole text. Of one that can't be read now the address is saved;
 * its text is fetched when it is opened or saved again.
 */
export async function savePage(
  typed: string,
  services: Pick<Services, 'library' | 'writes' | 'sources' | 'options'>,
  signal: AbortSignal,
): Promise<SavedPage> {
  const {library, writes} = services;
  const url = webAddress(typed);
  if (url === undefined)
    throw new ProblemError({
      kind: 'malformed',
      message: `“${typed}” is not the address of a page.`,
      advice: 'An address is https://example.com/a-post. It was not saved.',
    });
  const id = articleId(SHELF.id, canonicalLocation(url));
  const known = library.article(id);
  if (known?.publicationId === SHELF.id && !known.isPartial) return {article: known, wasSaved: true};
  const {article: page, body, problem} = await readPage(url, services, signal);
  const article: Article = {...page, id, publicationId: SHELF.id};
  await writes.completed(
    () => {
      library.follow(SAVED, {isListed: true});
      library.storeArticle({article, body}, SHELF);
    },
    {kind: 'other'},
  );
  return {article, wasSaved: known !== undefined, ...(problem && {problem})};
}

type Page = Readonly<{article: Omit<Article, 'id' | 'publicationId'>; body: Body; problem?: Problem}>;

async function readPage(
  url: string,
  {sources, options}: Pick<Services, 'sources' | 'options'>,
  signal: AbortSignal,
): Promise<Page> {
  const unread = (problem: Problem): Page => ({
    article: {
      position: 0,
      title: withoutPassword(url),
      // A password in it is for reading the page now; it is not stored.
      url: readableAddress(url),
      tags: [],
      authors: [],
      words: 0,
      minutes: 1,
      isPartial: true,
    },
    body: {format: 'text', content: ''},
    problem,
  });
  if (options.offline)
    return unread({kind: 'offline', message: 'Offline: the text was not fetched.', location: url});
  try {
    const {article, body} = await (await sources()).openPage(url, signal);
    return {article: {...article, url: readableAddress(article.url ?? url)}, body};
  } catch (error) {
    signal.throwIfAborted();
    return unread(toProblem(error, url));
  }
}
