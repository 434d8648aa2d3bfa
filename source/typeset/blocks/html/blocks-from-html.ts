import {Parser} from 'htmlparser2';
import type {Block} from '../block.ts';
import type {Composer} from '../composer.ts';
import {HtmlWriter} from './html-writer.ts';

/**
 * What a block of raw HTML says, as blocks of the page: its words and their order, lists, tables, headings, pictures.
 * It may be a part only (a tag that opens here is closed by a later block), so nothing is taken for an error.
 */
export function blocksFromHtml(html: string, composer: Composer): readonly Block[] {
  if (/^\s*<\/?[a-z][\w-]*\s*\/?>\s*$/i.test(html) && !/^\s*<(?:hr|img)/i.test(html)) return [];
  const source = readable(html);
  const writer = new HtmlWriter(composer, name => source.includes(`</${name}`));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: text => writer.text(text),
      onclosetag: name => writer.close(name),
    },
    {decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false, recognizeCDATA: true},
  );
  parser.end(source);
  return writer.end();
}

/** A tag, or what a tag hides, that never ends would take all that follows with it: it is text. What old elements keep raw is preformatted. */
function readable(html: string): string {
  const end = html.lastIndexOf('>') + 1;
  const rest = html.slice(end).replaceAll(/<(?=[a-z/])/gi, '&lt;');
  return (html.slice(0, end) + rest)
    .replaceAll(/<(?=(title|style|textarea|xmp|plaintext)>)/gi, (sign, name: string) =>
      new RegExp(`</${name}`, 'i').test(html) ? sign : '&lt;',
    )
    .replaceAll(/<(\/?)(?:xmp|plaintext|listing)\b/gi, '<$1pre');
}
