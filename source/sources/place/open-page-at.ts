import {statSync} from 'node:fs';
import {extname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ProblemError} from '../../domain/problem.ts';
import {assemble, type Assembled} from '../article/assemble.ts';
import type {Local, PageArticle} from '../context.ts';
import type {Parsed} from '../format/format.ts';
import {documentOf} from '../text/document.ts';
import {FILE_BYTES, readFileWithin} from '../text/read-file.ts';
import {faultOfPath} from './fault-of-path.ts';

/** A file as an article; `location`: as the reader named it. */
export async function openPageAt(
  path: string,
  location: string,
  {limits, speeds}: Pick<Local, 'limits' | 'speeds'>,
): Promise<PageArticle> {
  const parsed = await readPath(path, limits.bytes);
  const url = pathToFileURL(path).href;
  return onlyArticle(assemble(parsed, {location, canonicalLocation: path, url}, {speeds}), location);
}

/** The article that an address names: the only one, or of a feed's articles the one with that address. */
export function onlyArticle({publication, articles}: Assembled, address: string): PageArticle {
  const [first] = articles;
  const named = articles.find(({article}) => article.url === address);
  const chosen = named ?? (articles.length === 1 ? first : undefined);
  if (chosen) return {...chosen, publication};
  throw new ProblemError({
    kind: 'unsupported',
    message: first
      ? `${publication.title} is a feed of ${articles.length} articles, not a page.`
      : `There is nothing to read at ${address}.`,
    ...(first && {advice: `List them with “inkwell list ${address}”.`}),
  });
}

async function readPath(path: string, fileBytes = FILE_BYTES): Promise<Parsed> {
  try {
    // A folder has no text of its own, and a pipe would be read for ever.
    const parsed = statSync(path).isFile() ? await readText(path, fileBytes) : undefined;
    if (parsed) return parsed;
  } catch (error) {
    throw faultOfPath(error, path);
  }
  throw new ProblemError({
    kind: 'unsupported',
    message: `${path} is not a text that Inkwell reads.`,
    advice: 'It reads Markdown, HTML, plain text, reStructuredText, AsciiDoc and Org.',
  });
}

async function readText(path: string, fileBytes: number): Promise<Parsed | undefined> {
  if (/^\.x?html?$/iu.test(extname(path))) {
    const document = documentOf(readFileWithin(path, fileBytes), {url: pathToFileURL(path).href});
    const {readPage} = await import('../page/read-page.ts');
    if (/<(?:html|body)\b/iu.test(document.text)) return readPage(document);
  }
  const {openFile} = await import('../folder/open-file.ts');
  return openFile(path, {fileBytes});
}
