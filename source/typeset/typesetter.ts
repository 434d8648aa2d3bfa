import type {Page, PageStyle, Sheet} from '../domain/page/page.ts';
import {cards} from './article/cards.ts';
import {head} from './article/head.ts';
import {repeats} from './article/repeats.ts';
import {Shelf} from './article/shelf.ts';
import {withoutTitle} from './article/without-title.ts';
import {highlight} from './code/highlight.ts';
import {ASCII, UNICODE} from './layout/glyphs.ts';
import {createReader} from './markdown/reader.ts';
import {Galley} from './page/galley.ts';
import {Sections} from './page/sections.ts';
import type {Section} from './page/sections.ts';
import {SetPage} from './page/set-page.ts';
import {Painter} from './paint/painter.ts';

type Around = Readonly<{before: readonly Section[]; after: readonly Section[]}>;

/** Sets articles on pages. Reading is done once for all measures and themes. */
export function createTypesetter(): {set: (sheet: Sheet, style: PageStyle) => Page} {
  const reader = createReader();
  const shelf = new Shelf(reader);

  return {
    set(sheet, style) {
      const {article, markdown, bodyOnly} = sheet;
      const glyphs = style.ascii ? ASCII : UNICODE;
      const manuscript = shelf.take(markdown, {
        base: article.url,
        isAscii: style.ascii,
        isColourless: style.colors === 0,
        isSpoken: style.spoken === true,
      });
      // An excerpt that is nothing but the first lines of the text is not set above them.
      const headed = (): typeof article => {
        const {excerpt, ...rest} = article;
        return excerpt !== undefined && repeats(excerpt, first()) ? rest : article;
      };
      const around: Around = bodyOnly
        ? {before: [], after: []}
        : {
            before: [{kind: 'head', blocks: once(() => head({...sheet, article: headed()}, style, glyphs))}],
            after: [
              {kind: 'cards', blocks: once(() => cards(sheet, style, glyphs, () => manuscript.lastNumber))},
            ],
          };
      const first = once(() => withoutTitle(manuscript.part(0), article.title));
      const sections = new Sections(manuscript, around, index =>
        index === 0 && !bodyOnly ? first() : manuscript.part(index),
      );
      const measure = Math.max(1, Math.floor(style.measure));
      const galley = new Galley(sections, measure, {
        breaking: style.breaking,
        glyphs,
        isSpoken: style.spoken === true,
        hasSpokenIndents: style.spokenIndent === 'numbers',
        highlight,
        ...(sheet.pictured && {pictured: sheet.pictured}),
        ...(style.keys?.pictures !== undefined && {pictureKey: style.keys.pictures}),
      });
      return new SetPage(measure, galley, new Painter(style), manuscript);
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined;
  return () => (made ??= {value: make()}).value;
}
