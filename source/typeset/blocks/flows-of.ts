import type {Flow} from '../text/flow.ts';
import type {Block} from './block.ts';

/** The texts of blocks in reading order. */
export function flowsOf(blocks: readonly Block[]): Flow[] {
  return blocks.flatMap(block => {
    switch (block.kind) {
      case 'list': {
        return block.items.flatMap(item => flowsOf(item.blocks));
      }
      case 'definitions': {
        return block.entries.flatMap(({terms, definitions}) => [...terms, ...definitions.flatMap(flowsOf)]);
      }
      case 'quote':
      case 'note': {
        return flowsOf(block.blocks);
      }
      case 'details': {
        return [block.summary, ...flowsOf(block.blocks)];
      }
      case 'table': {
        return [...block.head, ...block.rows.flat()];
      }
      case 'card': {
        return [...block.flows];
      }
      case 'rule': {
        return [];
      }
      default: {
        return [block.flow];
      }
    }
  });
}
