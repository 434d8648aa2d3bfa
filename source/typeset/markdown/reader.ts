import {Lexer, Marked, Parser} from 'marked';
import type {Links, MarkedOptions, Token, Tokens} from 'marked';
import {markedTerminal} from 'marked-terminal';
import type {Context} from './context.ts';
import {mathematics} from './mathematics.ts';
import {inlineRenderer} from './inline-renderer.ts';
import {marked} from './marks.ts';
import {spoken} from './spoken.ts';

/** Reads Markdown: blocks as tokens, inline text as text with marks. One for all articles; it keeps nothing of them. */
export type Reader = Readonly<{
  /** The blocks of a part of an article, with the definitions of the whole. */
  blocks(markdown: string, links: Links): Token[];
  inline(tokens: readonly Token[], context: Context): string;
  /** The definition of a link that a text begins with, by the tokenizer's own grammar. */
  definition(text: string): Tokens.Def | undefined;
}>;

/**
 * A `Marked` of our own: the global one stays as it is. marked-terminal is its base and renders what is inline, with
 * marks for styles where it would write colours; what it gets wrong in version 7 (addresses, raw HTML, images, code)
 * is overridden, and blocks are laid out by us.
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
    text: (text: string) => spoken(text, current()),
    emoji: false,
    unescape: false,
    reflowText: false,
  });
  const plain = optionsOf([
    base as unknown as Parameters<Marked['use']>[0],
    {renderer: inlineRenderer(current)},
  ]);
  const withMathematics = optionsOf([
    base as unknown as Parameters<Marked['use']>[0],
    {renderer: inlineRenderer(current)},
    mathematics,
  ]);
  const parser = new Parser<string, string>(withMathematics);
  return {
    blocks(markdown, links) {
      const lexer = new Lexer<string, string>(markdown.includes('$') ? withMathematics : plain);
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
      const lexer = new Lexer<string, string>(plain);
      return plain.tokenizer?.def.call(
        Object.assign(Object.create(plain.tokenizer) as NonNullable<typeof plain.tokenizer>, {lexer}),
        text,
      );
    },
  };
}

function optionsOf(extensions: Parameters<Marked['use']>): MarkedOptions<string, string> {
  return new Marked<string, string>({gfm: true}).use(...extensions).defaults;
}
