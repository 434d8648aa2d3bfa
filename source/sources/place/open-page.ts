import {existsSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import {extname} from 'node:path';
import {pathToFileURL} from 'node:url';
import {canonicalLocation} from '../../domain/publication/location.ts';
import {ProblemError} from '../../domain/problem.ts';
import {askPage} from '../discovery/ask-page.ts';
import {PAGES} from './ask.ts';
import {assemble, type Assembled} from '../article/assemble.ts';
import {binaryKind} from '../text/binary.ts';
import {documentOf} from '../text/document.ts';
import {FILE_BYTES, readFileWithin} from '../text/read-file.ts';
import {faultOfPath} from './fault-of-path.ts';
import type {Document, Parsed} from '../format/format.ts';
import {placeOf} from './place.ts';
import type {PageArticle, Surroundings} from '../context.ts';

/** Any web page or file as an article. */
export async function openPage(location: string, surroundings: Surroundings): Promise<PageArticle> {
  const place = placeOf(location, existsSync);
  const {speeds} = surroundings;
  const origin = {location, ...(speeds && {speeds})};
  if (place.kind === 'disk') {
    const {path} = place;
    const parsed = await readPath(path, surroundings.limits.bytes);
    const url = pathToFileURL(path).href;
    return onlyArticle(assemble(parsed, {...origin, canonicalLocation: path, url}), location);
  }
  const {document} = await askPage({url: place.address, accept: PAGES}, surroundings);
  const parsed = await readAnswer(document, surroundings);
  const {url} = document;
  return onlyArticle(
    assemble(parsed, {...origin, canonicalLocation: canonicalLocation(location), url}),
    place.address,
  );
}

/** The article that an address names: the only one, or of a feed's articles the one with that address. */
function onlyArticle({publication, articles}: Assembled, address: string): PageArticle {
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

async function readAnswer(document: Document, {limits}: Surroundings): Promise<Parsed> {
  const {text, contentType = '', url} = document;
  const binary = binaryKind(text);
  if (binary !== undefined) throw noPage(url, binary);
  const {formatOf} = await import('../format/formats.ts');
  const format = formatOf(document);
  if (format) return format.parse(document, limits);
  const isMarkdown = contentType === 'text/markdown' || /\.(?:md|markdown)$/iu.test(new URL(url).pathname);
  if (/html|^$/u.test(contentType) || /<(?:!doctype html|html|body|p|div)\b/iu.test(text.slice(0, 5000))) {
    const {readPage} = await import('../page/read-page.ts');
    if (!isMarkdown || contentType.includes('html')) return readPage(document);
  }
  if (isMarkdown || contentType.startsWith('text/')) {
    return {
      articles: [{url, body: {format: isMarkdown ? 'markdown' : 'text', content: text}, isPartial: false}],
    };
  }
  throw noPage(url, contentType || 'something');
}

function noPage(url: string, what: string): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    message: `${new URL(url).host} sent ${what}, which is not a web page.`,
    advice: 'Open it in a browser.',
  });
}

async function readPath(path: string, fileBytes = FILE_BYTES): Promise<Parsed> {
  try {
    // A folder has no text of its own, and a pipe would be read for ever.
    const parsed = (await stat(path)).isFile() ? await readText(path, fileBytes) : undefined;
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
