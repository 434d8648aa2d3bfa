import {existsSync} from 'node:fs';
import {canonicalLocation} from '../../domain/publication/location.ts';
import {ProblemError} from '../../domain/problem.ts';
import {askPage} from '../discovery/ask-page.ts';
import {PAGES} from './ask.ts';
import {assemble} from '../article/assemble.ts';
import {binaryKind} from '../text/binary.ts';
import type {Document, Parsed} from '../format/format.ts';
import {onlyArticle, openPageAt} from './open-page-at.ts';
import {placeOf} from './place.ts';
import type {PageArticle, Surroundings} from '../context.ts';

/** Any web page or file as an article. */
export async function openPage(location: string, surroundings: Surroundings): Promise<PageArticle> {
  const place = placeOf(location, existsSync);
  if (place.kind === 'disk') return await openPageAt(place.path, location, surroundings);
  const {speeds} = surroundings;
  const {document} = await askPage({url: place.address, accept: PAGES}, surroundings);
  const parsed = await readAnswer(document, surroundings);
  const origin = {location, canonicalLocation: canonicalLocation(location), url: document.url};
  return onlyArticle(assemble(parsed, origin, {speeds}), place.address);
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
