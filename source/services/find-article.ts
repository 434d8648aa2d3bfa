import {existsSync} from 'node:fs';
import type {Article, Body} from '../domain/article/article.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {ProblemError} from '../domain/problem.ts';
import {chooseSources} from './chosen-sources.ts';
import type {Context} from '../runtime/context.ts';
import {openNamed} from './open-named.ts';
import {readStandardInput} from '../runtime/standard-input.ts';

export type FoundArticle = Readonly<{
  article: Article;
  publication: Publication;
  body: Body;
  /** It is in the library, which then keeps its Markdown. */
  isKept: boolean;
}>;

/** What a TARGET means: standard input, an address, a file, or the id of an article. */
export async function findArticle(target: string, context: Context): Promise<FoundArticle> {
  if (target === '-') return await fromStandardInput(context);
  const isAddress = /^https?:\/\//i.test(target);
  const kept = ID.test(target) || isAddress ? await fromLibrary(target, isAddress, context) : undefined;
  if (kept) return kept;
  if (isAddress || existsSync(target)) return await fromPage(target, context);
  const listed = ID.test(target) ? await fromChosenSources(target, context) : undefined;
  if (listed) return listed;
  throw new ProblemError({
    kind: 'missing',
    message: `"${target}" is neither a file, nor an address, nor the id of an article that Inkwell knows.`,
    advice:
      'An id comes from "inkwell list"; the articles of a source that was not added are read by their address.',
  });
}

const ID = /^[a-z2-7]{12}$/;

async function fromStandardInput({ports, signal}: Context): Promise<FoundArticle> {
  const content = await readStandardInput();
  const {readAsPage} = await import('../output/page-from-text.ts');
  return {...(await readAsPage(content, await ports.sources(), signal)), isKept: false};
}

async function fromLibrary(
  target: string,
  isAddress: boolean,
  {ports}: Context,
): Promise<FoundArticle | undefined> {
  const library = await ports.existingLibrary();
  const row = isAddress ? library?.articleByUrl(target) : library?.article(target);
  const body = row && library?.body(row.id);
  const publication = row && library?.publication(row.publicationId);
  return row && body && publication && {article: row, publication, body, isKept: true};
}

async function fromPage(target: string, {ports, signal}: Context): Promise<FoundArticle> {
  const sources = await ports.sources();
  return {...(await sources.openPage(target, signal)), isKept: false};
}

/** What a bare `inkwell list` shows can be read by its id, though nothing was added: the journal, INKWELL_SOURCE. */
async function fromChosenSources(id: string, context: Context): Promise<FoundArticle | undefined> {
  const chosen = await chooseSources([], context);
  if (chosen.kind === 'library') return undefined;
  const {loaded} = await openNamed(chosen.locations, context);
  for (const {publication, articles} of loaded) {
    const found = articles.find(({article}) => article.id === id);
    if (found) return {...found, publication, isKept: false};
  }
  return undefined;
}
