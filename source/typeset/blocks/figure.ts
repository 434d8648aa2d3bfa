import type {Token, Tokens} from 'marked';
import {unmarked} from '../markdown/marks.ts';
import type {Block} from './block.ts';
import type {Composer} from './composer.ts';
import {pictureBlock, pictureIn} from './image.ts';

/** Longer words below a picture are not its caption but the text going on. */
const LONGEST_CAPTION = 300;

/**
 * A paragraph with pictures on lines of their own: each in its frame, with the words that follow it in the
 * same paragraph, or a paragraph of nothing but emphasis right below, as its caption. Gives the blocks, and
 * the last token that belongs to them.
 */
export function figuresWithin(
  tokens: readonly Token[],
  index: number,
  composer: Composer,
): {blocks: readonly Block[]; end: number} | undefined {
  const token = tokens[index];
  if (token?.type !== 'paragraph' && token?.type !== 'text') return undefined;
  const lines = linesIn((token as Tokens.Paragraph | Tokens.Text).tokens ?? []);
  if (!lines.some(line => pictureIn(line.tokens, composer))) return undefined;
  const blocks: Block[] = [];
  let picture: ReturnType<typeof pictureIn>;
  let words: Token[] = [];
  let hasText = false;
  const end = (): void => {
    // Words between which a picture stands are one text.
    const isCaption = picture !== undefined && !hasText && lengthOf(words, composer) <= LONGEST_CAPTION;
    if (picture) blocks.push(pictureBlock(picture, composer, isCaption ? words : []));
    if (words.length > 0 && !isCaption) {
      blocks.push({kind: 'paragraph', flow: composer.inline(words)});
      hasText = true;
    }
    words = [];
  };
  for (const {tokens: line, before} of lines) {
    const next = pictureIn(line, composer);
    if (next) {
      end();
      picture = next;
    } else words.push(...(words.length > 0 ? [before] : []), ...line);
  }
  const below = words.length === 0 ? captionBelow(tokens, index) : undefined;
  if (below) words = below.words;
  const isTaken = below !== undefined && lengthOf(words, composer) <= LONGEST_CAPTION;
  if (below && !isTaken) words = [];
  end();
  return {blocks, end: isTaken ? below.end : index};
}

type Line = Readonly<{tokens: readonly Token[]; before: Token}>;

const FEED: Tokens.Text = {type: 'text', raw: '\n', text: '\n', escaped: false};

/** Inline tokens line by line, as they were written; blank lines are none. */
function linesIn(tokens: readonly Token[]): readonly Line[] {
  const lines: {tokens: Token[]; before: Token}[] = [{tokens: [], before: FEED}];
  for (const token of tokens) {
    if (token.type === 'br' || (token.type === 'html' && /^<br\b/i.test(token.raw)))
      lines.push({tokens: [], before: token});
    else if (token.type !== 'text' || 'tokens' in token) lines.at(-1)?.tokens.push(token);
    else {
      for (const [count, text] of (token as Tokens.Text).text.split('\n').entries()) {
        if (count > 0) lines.push({tokens: [], before: FEED});
        if (text !== '') lines.at(-1)?.tokens.push({...(token as Tokens.Text), raw: text, text});
      }
    }
  }
  return lines.filter(line => line.tokens.some(({type, raw}) => type !== 'text' || raw.trim() !== ''));
}

function lengthOf(tokens: readonly Token[], composer: Composer): number {
  return tokens.length === 0 ? 0 : unmarked(composer.read(tokens)).length;
}

/** The words of a paragraph of nothing but emphasis that follows, and the last token of it. */
function captionBelow(tokens: readonly Token[], index: number): {words: Token[]; end: number} | undefined {
  const end = tokens[index + 1]?.type === 'space' ? index + 2 : index + 1;
  const next = tokens[end];
  if (next?.type !== 'paragraph') return undefined;
  const [only, another] = (next as Tokens.Paragraph).tokens;
  return only?.type === 'em' && !another ? {words: (only as Tokens.Em).tokens, end} : undefined;
}
