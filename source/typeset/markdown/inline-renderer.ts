import type {RendererObject, Tokens} from 'marked';
import {fileNameOf, linkAddress} from './addresses.ts';
import type {Context} from './context.ts';
import {EMBEDS, HIDDEN, STYLES, tagFrom} from './html-tags.ts';
import type {Tag} from './html-tags.ts';
import {closing, marked, opening, unmarked} from './marks.ts';
import {decodeText, lowered} from './plain-words.ts';

/** Overrides of marked-terminal's renderers for inline text. */
export function inlineRenderer(context: () => Context): RendererObject {
  return {
    codespan: ({text}) => marked('code', text.replaceAll(/[\n\t]/g, ' ')),
    del: ({raw}) => lowered(raw) ?? false,
    link({href, tokens, text, autolink}: Tokens.Link) {
      const words = autolink ? text : this.parser.parseInline(tokens);
      const address = autolink ? href : decodeText(href);
      return linked(address, words, context());
    },
    image({href, tokens}: Tokens.Image) {
      return picture(decodeText(href), unmarked(this.parser.parseInline(tokens)), context());
    },
    html: token => inlineTag(token.text, context()),
    checkbox: () => '',
  };
}

/** A link's words, or its address where it has none; only the words where it can't be opened. */
function linked(href: string, words: string, context: Context): string {
  const shown = words.trim() === '' ? (linkAddress(href, context.base) ?? '') : words;
  return marked('link', shown, href);
}

/** An image in the middle of a text: its words in brackets, linked to it. */
function picture(href: string, words: string, context: Context): string {
  const shown = words.trim();
  if (shown === '') return '';
  return linkAddress(href, context.base) === undefined
    ? marked('quiet', `[${shown}]`)
    : marked('image', `[${shown}]`, href);
}

/** A tag of inline HTML as marks; what means nothing here goes, its content stays. */
export function inlineTag(html: string, context: Context): string {
  const tag = tagFrom(html);
  if (!tag) return '';
  const {name, isClosing} = tag;
  if (name === 'br') return '\n';
  if (name === 'wbr') return '\u200b';
  const kind = HIDDEN.has(name) ? 'hidden' : name === 'a' ? 'link' : STYLES.get(name);
  if (kind && isClosing) return closing(kind);
  if (kind === 'link')
    return tag.attributes['href'] === undefined ? '' : opening('link', tag.attributes['href']);
  if (kind === 'hidden') return opening(kind, /^<\w+>$/.test(html) ? html : '');
  if (kind) return opening(kind);
  return isClosing ? '' : replaced(tag, context);
}

/** Elements that stand for something else than text. */
export function replaced({name, attributes}: Tag, context: Context): string {
  if (name === 'img') return picture(attributes['src'] ?? '', attributes['alt'] ?? '', context);
  const what = EMBEDS.get(name);
  const href = attributes['src'] ?? attributes['data-src'];
  if (what === undefined || href === undefined) return '';
  const title = attributes['title'] || nameOf(href, context.base);
  return linked(href, title === '' ? what : `${what}: ${title}`, context);
}

/** The host of an address, or the name of a file. */
function nameOf(href: string, base: string | undefined): string {
  const url = URL.parse(href, base);
  const file = fileNameOf(href);
  return url && !/\.\w{2,4}$/.test(file) ? url.host : file;
}
