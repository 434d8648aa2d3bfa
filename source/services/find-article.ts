import {existsSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Article, Body} from '../domain/article/article.ts';
import {articleId, publicationId} from '../domain/article/identity.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {canonicalLocation, SAVED, webAddress} from '../domain/publication/location.ts';
import type {Sources} from '../ports/fetching.ts';
import {storedText, type Text} from './article-text.ts';
import type {ReadingServices, Services} from './context.ts';
import {chooseSources} from './locate.ts';
import {openSources} from './open-sources.ts';

/** Finds the article of a target: an id, the address of an article or of any page, or a file. */
export async function findArticle(
  target: string,
  services: ReadingServices,
  signal: AbortSignal,
): Promise<Text> {
  const {library} = services;
  const isAddress = /^https?:\/\//i.test(target);
  const isId = ID.test(target);
  const row = isAddress ? library?.articleByUrl(target) : isId ? library?.article(target) : undefined;
  const stored = library && row && storedText(library, row.id);
  if (stored) return stored;
  if (isAddress || existsSync(target)) {
    const page = await (await services.sources()).openPage(target, signal);
    return {...page, isStored: false};
  }
  const listed = isId ? await inChosenSources(target, services, signal) : undefined;
  if (listed) return listed;
  throw new ProblemError({
    kind: 'missing',
    message: `"${target}" is neither a file, nor an address, nor the id of an article in the library.`,
    advice:
      'Ids come from "inkwell list"; an article of a source that you do not follow is read by its address.',
  });
}

const ID = /^[a-z2-7]{12}$/;

/** Articles that a bare `inkwell list` shows without a library are found too: the journal, INKWELL_SOURCE. */
async function inChosenSources(
  id: string,
  services: ReadingServices,
  signal: AbortSignal,
): Promise<Text | undefined> {
  const chosen = chooseSources([], services.options, services.library);
  if (chosen.kind === 'library') return undefined;
  const {loaded} = await openSources(chosen.locations, services, signal);
  for (const {publication, articles} of loaded) {
    const found = articles.find(({article}) => article.id === id);
    if (found) return {...found, publication, isStored: false};
  }
  return undefined;
}

/**
 * A text from a pipe as an article. It goes through a private file, so that it is read by the same rules as
 * files: front matter, encodings, limits.
 */
export async function articleFromText(content: string, sources: Sources, signal: AbortSignal): Promise<Text> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-'));
  try {
    const isHtml = /^\s*<(?:!doctype html|html|head|body)\b/i.test(content);
    const file = join(folder, isHtml ? 'standard-input.html' : 'standard-input.md');
    await writeFile(file, content, {mode: 0o600});
    const {article, body, publication} = await sources.openPage(file, signal);
    const {path: _path, publishedAt, ...rest} = article;
    // The file's own date says nothing about the text.
    const isInvented = publishedAt !== undefined && Date.now() - Date.parse(publishedAt) < 60_000;
    return {
      body,
      publication: {...publication, location: '-'},
      article: {...rest, ...(publishedAt && !isInvented && {publishedAt})},
      isStored: false,
    };
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

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
  if (known && !known.isPartial) return {article: known, wasSaved: true};
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
    article: {position: 0, title: url, url, tags: [], authors: [], words: 0, minutes: 1, isPartial: true},
    body: {format: 'text', content: ''},
    problem,
  });
  if (options.offline)
    return unread({kind: 'offline', message: 'Offline: the text was not fetched.', location: url});
  try {
    const {article, body} = await (await sources()).openPage(url, signal);
    return {article: {...article, url: article.url ?? url}, body};
  } catch (error) {
    signal.throwIfAborted();
    return unread(toProblem(error, url));
  }
}
