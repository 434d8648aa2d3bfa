import type {Library} from '../app/ports.ts';
import type {Article} from '../domain/article.ts';
import type {Sheet} from '../domain/page.ts';
import type {Publication} from '../domain/publication.ts';
import type {Surroundings} from './context.ts';
import {articleJson, publicationJson} from './listing.ts';
import {allLines} from './all-lines.ts';
import {pageStyle} from './page-style.ts';

export type Readable = Readonly<{article: Article; publication: Publication; markdown: string}>;

export type Print = Readonly<{
  format: 'ansi' | 'text' | 'markdown' | 'html' | 'json';
  width: number | undefined;
}>;

/** Prints one article in one of the formats of `inkwell read`. */
export async function printArticle(
  readable: Readable,
  {format, width}: Print,
  library: Library | undefined,
  surroundings: Surroundings,
): Promise<void> {
  const {output, ports} = surroundings;
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
        problems: [],
      });
    }
    case 'markdown':
      return await output.text(`${markdown.trimEnd()}\n`);
    case 'html': {
      return await output.text(markdown);
    }
    case 'ansi':
    case 'text': {
      const typesetter = await ports.typesetter();
      const style = pageStyle(surroundings, {isStyled: format === 'ansi', width});
      const text = `${allLines(typesetter.set(sheetOf(readable), style))
        .join('\n')
        .trimEnd()}\n`;
      return await (format === 'ansi' ? output.ansi(text) : output.text(text));
    }
  }
}

/** On a terminal, or where colour is asked for, the styled page; in a pipe plain text. */
export function usualFormat({options, output}: Pick<Surroundings, 'options' | 'output'>): 'ansi' | 'text' {
  return options.color === 'always' || (output.isTerminal && process.env['TERM'] !== 'dumb')
    ? 'ansi'
    : 'text';
}

function sheetOf({article, markdown, publication}: Readable): Sheet {
  return {article, markdown, publication, related: []};
}
