import type {Token, Tokens} from 'marked';
import type {Block, Item} from './block.ts';
import type {Composer} from './composer.ts';

export function listFrom(
  {ordered, start, loose, items}: Tokens.List,
  composer: Composer,
  blocksFrom: (tokens: readonly Token[], composer: Composer) => readonly Block[],
): Block {
  return {
    kind: 'list',
    isOrdered: ordered,
    start: ordered ? Number(start) : 1,
    isLoose: loose,
    items: items.map(({task, checked, tokens}): Item => ({
      ...(task && {task: checked ? ('done' as const) : ('open' as const)}),
      blocks: blocksFrom(tokens, composer),
    })),
  };
}
