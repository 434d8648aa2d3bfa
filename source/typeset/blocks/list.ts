import type {Token, Tokens} from 'marked';
import type {Block, Item} from './block.ts';
import type {Composer} from './composer.ts';

type Within = (tokens: readonly Token[], composer: Composer) => readonly Block[];

/** The comment that our HTML reader writes before a list whose numbers Markdown can't express. */
const NUMBERS = /^<!-- numbers:((?: -?[\da-z]{1,20}\.)+) -->\s*$/i;

export function listFrom(
  {ordered, start, loose, items}: Tokens.List,
  composer: Composer,
  blocksFrom: Within,
  labels: readonly string[] = [],
): Block {
  return {
    kind: 'list',
    isOrdered: ordered,
    isLoose: loose,
    items: items.map(({task, checked, tokens}, index): Item => ({
      ...(task && {task: checked ? ('done' as const) : ('open' as const)}),
      ...(ordered && {label: labels[index] ?? `${Number(start) + index}.`}),
      blocks: blocksFrom(tokens, composer),
    })),
  };
}

/** A list behind its numbers. */
export function numberedListWithin(
  tokens: readonly Token[],
  index: number,
  composer: Composer,
  blocksFrom: Within,
): {blocks: readonly Block[]; end: number} | undefined {
  const token = tokens[index];
  const labels = token?.type === 'html' ? NUMBERS.exec(token.raw)?.[1] : undefined;
  const list = tokens[index + 1];
  if (labels === undefined || list?.type !== 'list') return undefined;
  const numbers = labels.trim().split(' ');
  return {blocks: [listFrom(list as Tokens.List, composer, blocksFrom, numbers)], end: index + 1};
}
