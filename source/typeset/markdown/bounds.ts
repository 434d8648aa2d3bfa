import {Lexer} from 'marked';
import type {Token} from 'marked';

/*
 * Markdown that no author writes: marks by the thousand in one paragraph, blocks nested a hundred deep.
 * Reading it as Markdown takes time that grows with the square of its length or faster, so beyond these
 * bounds it is plain text.
 */

/**
 * Signs in one paragraph, heading or cell that may begin or end something. A page of a reference has some
 * hundred.
 */
const MOST_MARKS = 1500;
/** Blocks within blocks. */
const DEEPEST = 40;

const NESTED = new RegExp(`^[ \\t]*(?:>[ \\t]*|(?:[*+-]|\\d{1,9}[.)])[ \\t]+){${DEEPEST}}`, 'm');
const INDENTED = new RegExp(`^[ \\t]{${DEEPEST * 3},}(?:[*+-]|\\d{1,9}[.)])[ \\t]`, 'm');

export function isTooDeep(markdown: string): boolean {
  return NESTED.test(markdown) || INDENTED.test(markdown);
}

/**
 * Cells of a table, those counted that its rows leave out: a few short rows below a wide head would be
 * millions.
 */
const MOST_CELLS = 100_000;
/** A table with no more columns has as many rows as it likes. */
const WIDE = 100;

/** True if a text begins with the head of a table of more cells than can be laid out. */
export function isTooWide(source: string): boolean {
  const feed = source.indexOf('\n');
  const columns = source.slice(0, feed === -1 ? source.length : feed).split('|').length;
  if (columns <= WIDE) return false;
  let rows = 0;
  for (let at = feed; at !== -1 && source[at + 1] !== '\n'; at = source.indexOf('\n', at + 1))
    if (++rows * columns > MOST_CELLS) return true;
  return false;
}

/** A lexer that leaves inline text alone which has too many marks. */
export class BoundedLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (!hasTooManyMarks(source)) return super.inlineTokens(source, tokens);
    tokens.push({type: 'text', raw: source, text: source.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')});
    return tokens;
  }
}

function hasTooManyMarks(source: string): boolean {
  if (source.length <= MOST_MARKS) return false;
  let marks = 0;
  for (let index = 0; index < source.length; index++) {
    switch (source.charCodeAt(index)) {
      case 0x21: // !
      case 0x24: // $
      case 0x2a: // *
      case 0x3c: // <
      case 0x40: // @
      case 0x5b: // [
      case 0x5c: // backslash
      case 0x5d: // ]
      case 0x5f: // _
      case 0x60: // `
      case 0x7e: {
        if (++marks > MOST_MARKS) return true;
      }
    }
  }
  return false;
}
