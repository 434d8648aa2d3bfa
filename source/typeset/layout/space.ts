import type {Block} from '../blocks/block.ts';
import type {Within} from './within.ts';

/** Blank lines between two blocks: more above a heading than below it; a list stands close to the item it belongs to. */
export function spaceBetween(above: Block, below: Block, around: Within['around'] = 'page'): number {
  if (below.kind === 'heading' && around === 'page') return above.kind === 'heading' ? 1 : 2;
  if (above.kind === 'note' && below.kind === 'note') return 0;
  return around === 'item' && above.kind === 'paragraph' && below.kind === 'list' && !below.isLoose ? 0 : 1;
}
