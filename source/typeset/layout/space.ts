import type {Block} from '../blocks/block.ts';

/** Blank lines between two blocks: more above a heading than below it; less within other blocks. */
export function spaceBetween(above: Block, below: Block, isInner = false): number {
  if (below.kind === 'heading' && !isInner) return above.kind === 'heading' ? 1 : 2;
  if (above.kind === 'note' && below.kind === 'note') return 0;
  if (isInner && above.kind === 'paragraph' && below.kind === 'list' && !below.isLoose) return 0;
  return 1;
}
