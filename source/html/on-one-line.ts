import type {ListItem, PhrasingContent} from 'mdast';
import type {Block} from './scope.ts';

/**
 * Blocks as inline content, for places that hold no blocks: headings and the cells of tables. `gap` stands
 * between what were lines.
 */
export function onOneLine(blocks: readonly Block[], gap: PhrasingContent): PhrasingContent[] {
  const lines = blocks.flatMap(linesOf).filter(line => line.length > 0);
  return lines.flatMap((line, index) => {
    const content = line.map(node => (node.type === 'break' ? gap : node));
    return index === 0 ? content : [gap, ...content];
  });
}

function linesOf(block: Block): PhrasingContent[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children];
    case 'code':
      return block.value
        .split('\n')
        .map(value => (value.trim() === '' ? [] : [{type: 'inlineCode', value: value.trimEnd()}]));
    case 'math':
      return [[{type: 'inlineMath', value: block.value}]];
    case 'blockquote':
      return block.children.flatMap(child => linesOf(child));
    case 'list':
      return block.children.flatMap((item, index) =>
        linesOfItem(item, block.ordered ? `${(block.start ?? 1) + index}. ` : '• '),
      );
    case 'table':
      return block.children.map(row =>
        row.children.flatMap((cell, index) => (index === 0 ? cell.children : [space(' '), ...cell.children])),
      );
    case 'definitionList':
      return block.groups.flatMap(({terms, definitions}) => [
        ...terms,
        ...definitions.flatMap(each => each.flatMap(linesOf)),
      ]);
    default:
      return [];
  }
}

function linesOfItem({children}: ListItem, sign: string): PhrasingContent[][] {
  const [first = [], ...rest] = children.flatMap(linesOf);
  return [[space(sign), ...first], ...rest];
}

function space(value: string): PhrasingContent {
  return {type: 'text', value};
}
