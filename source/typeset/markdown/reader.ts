import {Lexer, Marked, Parser} from 'marked';
import type {Links, MarkedExtension, MarkedOptions, Token, TokenizerObject, Tokens} from 'marked';
import {markedTerminal} from 'marked-terminal';
import {BoundedLexer, isTooWide} from './bounds.ts';
import type {Context} from './context.ts';
import {definitionLists} from './definition-list.ts';
import {mathematics} from './mathematics.ts';
import {inlineRenderer} from './inline-renderer.ts';
import {marked} from './marks.ts';
import {plainWords} from './plain-words.ts';

/**
 * Reads Markdown: blocks as tokens, inline text as text with marks. One for all articles; it keeps nothing of
 * them.
 */
export type Reader = Readonly<{
  /** The blocks of a part of an article, with the definitions of the whole. */
  blocks(markdown: string, links: Links): Token[];
  inline(tokens: readonly Token[], context: Context): string;
  /** The definition of a link that a text begins with, by the tokenizer's own grammar. */
  definition(text: string): Tokens.Def | undefined;
}>;

/**
 * A `Marked` of our own: the global one stays as it is. marked-terminal is its base and renders what is
 * inline, with marks for styles where it would write colours; what it gets wrong in version 7 (addresses, raw
 * HTML, images, code) is overridden, and blocks are laid out by us.
 */
export function createReader(): Reader {
  let context: Context | undefined;
  const current = (): Context => {
    if (!context) throw new Error('Inline text is read within an article');
    return context;
  };
  const base = markedTerminal({
    strong: (text: string) => marked('strong', text),
    em: (text: string) => marked('emphasis', text),
    del: (text: string) => marked('deleted', text),
    text: (text: string) => plainWords(text, current()),
    emoji: false,
    unescape: false,
    reflowText: false,
  });
  const own: MarkedExtension = {renderer: inlineRenderer(current), tokenizer};
  const plain = optionsOf(base, own, definitionLists);
  const withMathematics = optionsOf(base, own, definitionLists, mathematics);
  const parser = new Parser(withMathematics);
  return {
    blocks(markdown, links) {
      const lexer = new BoundedLexer(markdown.includes('$') ? withMathematics : plain);
      lexer.tokens.links = links;
      return lexer.lex(markdown);
    },
    inline(tokens, within) {
      const outer = context;
      context = within;
      try {
        return parser.parseInline([...tokens]);
      } finally {
        context = outer;
      }
    },
    definition(text) {
      // A lexer gives the tokenizer its rules.
      const {options} = new Lexer(plain);
      return options.tokenizer?.def(text);
    },
  };
}

/** The types of marked-terminal are older than what it returns. */
function optionsOf(base: unknown, ...own: MarkedExtension[]): MarkedOptions {
  return new Marked({gfm: true}).use(base as MarkedExtension, ...own).defaults;
}

/** A paragraph that is underlined is a heading, but none is so long. */
const UNDERLINED = /^(?:(?![ \t]*\n)[^\n]*\n){1,60}? {0,3}[=-]/;

const tokenizer: TokenizerObject = {
  /** In a list marked 18 looks from each line to the paragraph's end for an underline: time by the square. */
  lheading: source => (UNDERLINED.test(source) ? false : undefined),
  table: source => (isTooWide(source) ? undefined : false),
  /** The title of a link in brackets can't hold brackets; marked 18 lets it. */
  link: source =>
    /^!?\[(?:[^[\]\\]|\\.){0,500}\]\([^\s()]{1,500}[ \t]+\((?:[^()\\]|\\.){0,500}\(/.test(source)
      ? undefined
      : false,
};
