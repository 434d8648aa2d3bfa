import type {MarkedToken, Token, Tokens} from 'marked';
import {htmlBlockToMarkdown} from '../../html/html-to-markdown.ts';
import {alertFrom} from './alert.ts';
import type {Block} from './block.ts';
import {codeFrom} from './code.ts';
import type {Composer} from './composer.ts';
import {abbreviationsFrom, definitionsFrom} from './definitions.ts';
import {detailsWithin} from './details.ts';
import {figuresWithin} from './figure.ts';
import {listFrom, numberedListWithin} from './list.ts';
import {spokenMathematics} from '../math/spoken-mathematics.ts';
import {unicodeMathematics} from '../math/unicode-mathematics.ts';
import {isBlank} from '../text/flow.ts';
import {look} from '../text/look.ts';

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
 * A block of raw HTML. It may be a part only: a tag that opens here is closed by a later block. What our
 * reader of HTML writes is Markdown without such blocks, but for what it writes itself.
 */
function htmlFrom(html: string, composer: Composer): readonly Block[] {
  if (NOTHING.test(html)) return [];
  return composer.within(() => blocksFrom(composer.blocks(htmlBlockToMarkdown(html)), composer)) ?? [];
}

/** `{#name .class}` behind a heading is for a web page's address, not for reading. */
const NAME = /(?<!\s)\s*\{\s*[#.][\w\s.#:=-]{0,200}\}\s*$/;

export function headingFrom(
  {depth, tokens}: Pick<Tokens.Heading, 'depth' | 'tokens'>,
  composer: Composer,
): Block {
  return {kind: 'heading', level: depth, flow: composer.inline(withoutName(tokens), 'heading')};
}

/**
 * The name stands in the last piece of text as it was written: braces behind a backslash are the author's
 * own.
 */
function withoutName(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.type !== 'text' || !NAME.test(last.raw)) return tokens;
  const text = last.raw.replace(NAME, '');
  return [...tokens.slice(0, -1), {...(last as Tokens.Text), raw: text, text}];
}

/** A table; a head of empty cells, as HTML without one gives, is none. */
export function tableFrom({header, rows, align}: Tokens.Table, composer: Composer): Block {
  const head = header.map(({tokens}) => composer.inline(tokens, 'strong'));
  return {
    kind: 'table',
    head: head.every(isBlank) ? [] : head,
    rows: rows.map(row => row.map(({tokens}) => composer.inline(tokens))),
    alignment: align.map(one => one ?? 'left'),
  };
}

/** A formula on lines of its own; as it was written where Unicode can't say it. */
export function displayFrom(tex: string, composer: Composer): Block {
  if (composer.context.isSpoken)
    return {kind: 'paragraph', flow: composer.text(`Formula: ${spokenMathematics(tex)}.`)};
  const rows = tex
    .replaceAll(/\\(?:begin|end)\{(?:aligned|align\*?|equation\*?|gather\*?|split)\}/g, '')
    .split(/\\\\(?:\[[^\]]*\])?/);
  const lines = rows.map(row => unicodeMathematics(row));
  if (lines.every(line => line !== undefined))
    return {
      kind: 'verse',
      flow: composer.text(lines.filter(line => line !== '').join('\n')),
      isCentred: true,
    };
  return {kind: 'verse', flow: composer.text(tex, look('code'))};
}
