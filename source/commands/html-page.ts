import {escaped} from '../typeset/output/escape.ts';
import {toHtml} from '../typeset/output/to-html.ts';
import type {Readable} from './print-article.ts';

/** A page that a browser opens as it is: what is cleaned of everything that acts, in an encoding that is stated. */
export function htmlPage({article, markdown, publication}: Readable): string {
  const language = publication.language === undefined ? '' : ` lang="${escaped(publication.language)}"`;
  return `<!doctype html>
<html${language}>
<meta charset="utf-8">
<title>${escaped(article.title)}</title>
${toHtml({article, markdown})}</html>
`;
}
