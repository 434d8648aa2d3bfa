import {largest} from '../../text/largest.ts';
import type {Flow} from '../../text/flow.ts';
import {isBlank} from '../../text/flow.ts';
import type {Block, Item, Picture} from '../block.ts';
import type {Composer} from '../composer.ts';
import {pictureBlock} from '../image.ts';
import {Rows} from './rows.ts';

/** An element that is open and holds blocks. */
export type Frame = {
  readonly name: string;
  readonly blocks: Block[];
  /** Lists: their items so far; definitions: their entries. */
  readonly items: Item[];
  readonly entries: {term: Flow; definitions: (readonly Block[])[]}[];
  readonly rows: Rows;
  readonly start: number;
  picture?: Picture;
  caption?: string;
  summary?: Flow;
};

export function frame(name: string, start = 1): Frame {
  return {name, blocks: [], items: [], entries: [], rows: new Rows(), start};
}

/** What a closed frame becomes. */
export function blocksOf(closed: Frame, composer: Composer): readonly Block[] {
  const {name, blocks, items, entries, picture, caption, summary} = closed;
  switch (name) {
    case 'ul':
    case 'ol': {
      return items.length === 0
        ? blocks
        : [
            {
              kind: 'list',
              isOrdered: name === 'ol',
              start: closed.start,
              isLoose: items.some(isLoose),
              items,
            },
          ];
    }
    case 'dl': {
      return entries.length === 0 ? blocks : [{kind: 'definitions', entries}];
    }
    case 'blockquote': {
      return blocks.length === 0 ? [] : [{kind: 'quote', blocks}];
    }
    case 'figure': {
      return picture
        ? [pictureBlock({...picture, ...(caption !== undefined && {caption})}, composer), ...blocks]
        : [...blocks];
    }
    case 'details': {
      return summary ? [{kind: 'details', summary, blocks}] : blocks;
    }
    case 'table': {
      return [...blocks, ...tableOf(closed)];
    }
    default: {
      return blocks;
    }
  }
}

function isLoose({blocks}: Item): boolean {
  return blocks.filter(({kind}) => kind === 'paragraph').length > 1;
}

/** A table; one of a single column, or of a single cell a row, is only there to place things. */
function tableOf({rows: {all: rows}}: Frame): readonly Block[] {
  const columns = largest(
    0,
    rows.map(({cells}) => cells.length),
  );
  const filled = rows.filter(({cells}) => !cells.every(isBlank));
  if (columns === 0 || filled.length === 0) return [];
  if (columns === 1)
    return filled.flatMap(({cells}) => cells.map((flow): Block => ({kind: 'paragraph', flow})));
  const [first, ...rest] = filled;
  const head = first?.isHead && rest.length > 0 ? first : undefined;
  const even = (cells: readonly Flow[]): Flow[] => [
    ...cells,
    ...Array.from({length: columns - cells.length}, () => ({text: '', runs: [], at: 0})),
  ];
  const sample = rest[0] ?? first;
  return [
    {
      kind: 'table',
      head: head ? even(head.cells) : [],
      rows: (head ? rest : filled).map(({cells}) => even(cells)),
      alignment: Array.from({length: columns}, (_, index) => sample?.alignment[index] ?? 'left'),
    },
  ];
}
