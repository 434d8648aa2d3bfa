import {existsSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ProblemError} from '../domain/problem.ts';
import type {Sources} from '../ports/fetching.ts';
import {storedText, type Text} from './article-text.ts';
import type {ReadingServices} from './context.ts';
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
