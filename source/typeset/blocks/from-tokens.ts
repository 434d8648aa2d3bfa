import {htmlBlockToMarkdown} from '../../html/html-to-markdown.ts';
import type {MarkedToken, Token, Tokens} from 'marked';
import {isBlank} from '../text/flow.ts';
import type {Block} from './block.ts';
import {alertFrom} from './alert.ts';
import {codeFrom} from './code.ts';
import type {Composer} from './composer.ts';
import {abbreviationsFrom, definitionsFrom} from './definitions.ts';
import {detailsWithin} from './details.ts';
import {displayFrom} from './display.ts';
import {figuresWithin} from './figure.ts';
import {headingFrom} from './heading.ts';
import {listFrom, numberedListWithin} from './list.ts';
import {tableFrom} from './table.ts';

/** Blocks of a page from the tokens of Markdown; `<details>` takes what stands up to its end. */
export function blocksFrom(tokens: readonly Token[], composer: Composer): Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const step = stepFrom(tokens, index, composer);
    for (const block of step.blocks) blocks.push(block);
    index = step.end;
  }
  return blocks;
}

/** The blocks that begin with a token, and the last token that belongs to them. */
export function stepFrom(
  tokens: readonly Token[],
  index: number,
  composer: Composer,
): {blocks: readonly Block[]; end: number} {
  const token = tokens[index];
  return (
    numberedListWithin(tokens, index, composer, blocksFrom) ??
    detailsWithin(tokens, index, composer, blocksFrom) ??
    figuresWithin(tokens, index, composer) ?? {
      blocks: token ? blocksOf(token, composer) : [],
      end: index,
    }
  );
}

function blocksOf(generic: Token, composer: Composer): readonly Block[] {
  const token = generic as MarkedToken;
  switch (token.type) {
    case 'paragraph': {
      return paragraphFrom(token, composer);
    }
    case 'text': {
      return paragraphFrom(token, composer);
    }
    case 'heading': {
      return [headingFrom(token, composer)];
    }
    case 'code': {
      return [codeFrom(token.text, token.lang ?? '', composer)];
    }
    case 'list': {
      return [listFrom(token, composer, blocksFrom)];
    }
    case 'blockquote': {
      const alert = alertFrom(token, composer, blocksFrom);
      return [alert ?? {kind: 'quote', blocks: blocksFrom(token.tokens, composer)}];
    }
    case 'table': {
      return [tableFrom(token, composer)];
    }
    case 'hr': {
      return [{kind: 'rule'}];
    }
    case 'html': {
      return htmlFrom(token.text, composer);
    }
    default: {
      if (generic.type === 'definitions') return [definitionsFrom(generic, composer, blocksFrom)];
      return generic.type === 'display' ? [displayFrom(String(generic['text']), composer)] : [];
    }
  }
}

/** A paragraph; one in the form of definitions is those. */
function paragraphFrom(token: Tokens.Paragraph | Tokens.Text, composer: Composer): readonly Block[] {
  const abbreviations = abbreviationsFrom(token.text, composer);
  if (abbreviations) return abbreviations;
  const flow = composer.inline(token.tokens ?? [token]);
  return isBlank(flow) ? [] : [{kind: 'paragraph', flow}];
}

/** A tag alone, or a comment, which nothing is to be read of. */
const NOTHING =
  /^\s*(?:<\/?(?!(?:hr|img|iframe|video|audio|embed)\b)[a-z][\w-]*\s*\/?>|<!--(?:(?!-->)[^])*-->)\s*$/i;

/**
 * A block of raw HTML. It may be a part only: a tag that opens here is closed by a later block. What our reader of HTML
 * writes is Markdown without such blocks, but for what it writes itself.
 */
function htmlFrom(html: string, composer: Composer): readonly Block[] {
  if (NOTHING.test(html)) return [];
  return composer.within(() => blocksFrom(composer.blocks(htmlBlockToMarkdown(html)), composer)) ?? [];
}
