import {htmlBlockToMarkdown} from '../../html/html-to-markdown.ts';
import type {Token, Tokens} from 'marked';
import type {Block} from './block.ts';
import {alertOf} from './alert.ts';
import type {Composer} from './composer.ts';

type Within = (tokens: readonly Token[], composer: Composer) => readonly Block[];

/**
 * Blocks that one token opens and a later one closes: `<details>` with Markdown in it, and `:::note` as
 * documentation sites write remarks. Gives the blocks, and the last token that belongs to them.
 */
export function detailsWithin(
  tokens: readonly Token[],
  index: number,
  composer: Composer,
  blocksFrom: Within,
): {blocks: readonly Block[]; end: number} | undefined {
  const token = tokens[index];
  if (token?.type === 'html')
    return composer.within(() => unfolded(tokens, index, (token as Tokens.HTML).text, composer, blocksFrom));
  if (token?.type === 'paragraph' && token.raw.startsWith(':::'))
    return composer.within(() => remark(tokens, index, token.raw.trimEnd(), composer, blocksFrom));
  return undefined;
}

const SUMMARY = /^\s*<details[^>]*>\s*(?:<summary[^>]*>([\s\S]*?)<\/summary>)?/i;

function unfolded(
  tokens: readonly Token[],
  index: number,
  html: string,
  composer: Composer,
  blocksFrom: Within,
): ReturnType<typeof detailsWithin> {
  const opening = SUMMARY.exec(html);
  if (!opening || /<\/details>/i.test(html)) return undefined;
  let depth = 1;
  let end = index + 1;
  for (; end < tokens.length; end++) {
    const next = tokens[end];
    if (next?.type !== 'html') continue;
    depth += countOf(next.raw, /<details[\s>]/gi) - countOf(next.raw, /<\/details>/gi);
    if (depth <= 0) break;
  }
  const summary = composer.line(htmlBlockToMarkdown(opening[1] ?? '') || 'Details', 'strong');
  const rest = html.slice(opening[0].length).trim();
  const first = rest === '' ? [] : composer.blocks(rest);
  const last = tokens[end]?.raw.replace(/<\/details>[\s\S]*$/i, '').trim() ?? '';
  const inner = [...first, ...tokens.slice(index + 1, end), ...(last === '' ? [] : composer.blocks(last))];
  return {
    blocks: [{kind: 'details', summary, blocks: blocksFrom(inner, composer)}],
    end: Math.min(end, tokens.length - 1),
  };
}

const FENCE = /^:{3,}[ \t]*(\w+)?(?:\[([^\]\n]*)\])?[ \t]*([^\n]*)(?:\n|$)/;

function remark(
  tokens: readonly Token[],
  index: number,
  source: string,
  composer: Composer,
  blocksFrom: Within,
): ReturnType<typeof detailsWithin> {
  const opening = FENCE.exec(source);
  if (!opening) return undefined;
  // A fence that closes nothing, because what it closes was read before.
  if (opening[1] === undefined)
    return source.replace(FENCE, '').trim() === '' ? {blocks: [], end: index} : undefined;
  const alert = alertOf(opening[1], opening[2] ?? opening[3] ?? '', composer);
  if (!alert) return undefined;
  const first = source.slice(opening[0].length);
  const closedAtOnce = /(?:^|\n):{3,}[ \t]*$/.exec(first);
  if (closedAtOnce)
    return {
      blocks: [
        {
          kind: 'quote',
          alert,
          blocks: blocksFrom(composer.blocks(first.slice(0, closedAtOnce.index)), composer),
        },
      ],
      end: index,
    };
  const end = tokens.findIndex(
    (token, at) =>
      at > index && token.type === 'paragraph' && /(?:^|\n):{3,}[ \t]*$/.test(token.raw.trimEnd()),
  );
  const stop = end === -1 ? index + 1 : end;
  const last = tokens[end]?.raw.trimEnd().replace(/(?:^|\n):{3,}[ \t]*$/, '') ?? '';
  const inner = [...composer.blocks(first), ...tokens.slice(index + 1, stop), ...composer.blocks(last)];
  return {
    blocks: [{kind: 'quote', alert, blocks: blocksFrom(inner, composer)}],
    end: end === -1 ? index : end,
  };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
