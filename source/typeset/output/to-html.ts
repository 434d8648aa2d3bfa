import type {Sheet} from '../../domain/page/page.ts';
import {fullDate} from '../article/full-date.ts';
import {Manuscript} from '../article/manuscript.ts';
import {repeats} from '../article/repeats.ts';
import {withoutTitle} from '../article/without-title.ts';
import {createReader} from '../markdown/reader.ts';
import {blocksHtml} from './block-html.ts';
import {element, escaped} from './escape.ts';

/**
 * An article as HTML, clean enough for a mail or a page of one's own: made of what was read, so nothing of a
 * source's raw HTML goes through, and no address but http, https and mailto.
 */
export function toHtml({
  article,
  markdown,
  bodyOnly,
}: Pick<Sheet, 'article' | 'markdown' | 'bodyOnly'>): string {
  const manuscript = new Manuscript(
    markdown,
    {base: article.url, isAscii: false, isColourless: false, isSpoken: false},
    createReader(),
  );
  const parts = Array.from({length: manuscript.count}, (_, index) => {
    const blocks = manuscript.part(index);
    return blocksHtml(
      (index === 0 && !bodyOnly ? withoutTitle(blocks, article.title) : blocks).map(({block}) => block),
      article.url,
    );
  });
  const notes = manuscript.notes().map(({block}) => block);
  const body = [
    ...parts,
    ...(notes.length > 0 ? [element('ol', `\n${blocksHtml(notes, article.url)}\n`)] : []),
  ]
    .filter(part => part !== '')
    .join('\n');
  return bodyOnly ? `${body}\n` : `${element('article', `\n${headHtml(article, manuscript)}\n${body}\n`)}\n`;
}

function headHtml({title, excerpt, authors, publishedAt}: Sheet['article'], manuscript: Manuscript): string {
  const names = authors.map(({name}) => name).join(', ');
  const date =
    publishedAt === undefined
      ? ''
      : element('time', escaped(fullDate(publishedAt, 'en-GB')), {datetime: publishedAt});
  const byline = [escaped(names), date].filter(part => part !== '').join(' · ');
  const parts = [
    element('h1', escaped(title)),
    ...(excerpt === undefined || repeats(excerpt, manuscript.part(0))
      ? []
      : [element('p', element('em', escaped(excerpt)))]),
    ...(byline === '' ? [] : [element('p', byline)]),
  ];
  return element('header', `\n${parts.join('\n')}\n`);
}
