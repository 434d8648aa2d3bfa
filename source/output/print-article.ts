import type {Library} from '../ports/library.ts';
import type {Article} from '../domain/article/article.ts';
import type {Problem} from '../domain/problem.ts';
import type {Sheet} from '../domain/page/page.ts';
import type {Publication} from '../domain/publication/publication.ts';
import type {Context} from '../runtime/context.ts';
import {articleJson} from '../domain/article/article-json.ts';
import {problemJson, publicationJson} from './listing.ts';
import {markdownDocument} from '../services/article-text.ts';
import {allLines} from './all-lines.ts';
import {pageStyle} from './page-style.ts';

export type Readable = Readonly<{article: Article; publication: Publication; markdown: string}>;

export type Print = Readonly<{
  /**
   * `contents`: its headings; `links`: number, text and address of each, apart by tabs; `code`: its code
   * alone.
   */
  format: 'ansi' | 'text' | 'markdown' | 'html' | 'json' | 'contents' | 'links' | 'code';
  width: number | undefined;
  /** The addresses behind the links' numbers stand at the end. */
  links?: boolean | undefined;
  /** Failures beside the printing, for `json`. */
  problems?: readonly Problem[];
}>;

/** Prints one article in one of the formats of `inkwell read`. */
export async function printArticle(
  readable: Readable,
  {format, links, problems = [], width}: Print,
  library: Library | undefined,
  context: Context,
): Promise<void> {
  const {output, ports} = context;
  const {article, markdown, publication} = readable;
  switch (format) {
    case 'json': {
      const row = {
        isRead: false,
        isStarred: false,
        progress: 0,
        publicationTitle: publication.title,
        ...article,
        ...library?.article(article.id),
        markdown,
      };
      return await output.json({
        version: 1,
        publications: [publicationJson(publication)],
        articles: [articleJson(row)],
        problems: problems.map(problemJson),
      });
    }
    case 'markdown':
      return await output.text(markdownDocument(article, markdown));
    case 'html': {
      const {htmlPage} = await import('./html-page.ts');
      return await output.text(htmlPage(readable));
    }
    case 'contents':
    case 'links':
    case 'code': {
      const {partOf} = await import('./parts-of-page.ts');
      const style = pageStyle(context, {isStyled: false, width});
      return await output.text(partOf(format, (await ports.typesetter()).set(sheetOf(readable), style)));
    }
    case 'ansi':
    case 'text': {
      const typesetter = await ports.typesetter();
      const style = pageStyle(context, {isStyled: format === 'ansi', width});
      const page = typesetter.set(sheetOf(readable), style);
      const list = links ? (await import('../typeset/output/link-list.ts')).linkList(page, style) : [];
      const text = `${[...allLines(page), ...(list.length > 0 ? ['', ...list] : [])].join('\n').trimEnd()}\n`;
      return await (format === 'ansi' ? output.ansi(text) : output.text(text));
    }
  }
}

/** On a terminal, or where colour is asked for, the styled page; in a pipe plain text. */
export function usualFormat({options, output}: Pick<Context, 'options' | 'output'>): 'ansi' | 'text' {
  return options.color === 'always' || (output.isTerminal && process.env['TERM'] !== 'dumb')
    ? 'ansi'
    : 'text';
}

export function sheetOf({article, markdown, publication}: Readable): Sheet {
  return {article, markdown, publication, related: []};
}
