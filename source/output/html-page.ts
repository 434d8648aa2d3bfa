import type {Article} from '../domain/article/article.ts';
import type {Publication} from '../domain/publication/publication.ts';
import {escaped} from '../typeset/output/escape.ts';
import {toHtml} from '../typeset/output/to-html.ts';

type Whole = Readonly<{article: Article; publication: Publication; markdown: string}>;

/**
 * A page that a browser opens as it is: what is cleaned of everything that acts, in an encoding that is
 * stated.
 */
export function htmlPage({article, markdown, publication}: Whole): string {
  const language = publication.language === undefined ? '' : ` lang="${escaped(publication.language)}"`;
  return `<!doctype html>
<html${language}>
<meta charset="utf-8">
<title>${escaped(article.title)}</title>
${toHtml({article, markdown})}</html>
`;
}
