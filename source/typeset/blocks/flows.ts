import type {Block, Composed} from './block.ts';
import type {Composer} from './composer.ts';
import {EMPTY} from '../text/flow.ts';
import type {Flow, Run} from '../text/flow.ts';

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

/** The texts of blocks as one flow, each on a line of its own: for cells and titles. */
export function flowOf(blocks: readonly Block[]): Flow {
  const flows = flowsOf(blocks);
  const [first] = flows;
  if (!first) return EMPTY;
  const runs: Run[] = [];
  let text = '';
  for (const flow of flows) {
    if (text !== '') {
      const look = runs.at(-1)?.look ?? {roles: []};
      runs.push({from: text.length, to: text.length + 1, look});
      text += '\n';
    }
    for (const run of flow.runs) runs.push({...run, from: run.from + text.length, to: run.to + text.length});
    text += flow.text;
  }
  return {text, runs, at: first.at};
}

const NONE: Composed['links'] = [];

/** Blocks that were made together, each with the texts and links that are its own. */
export function apart(
  blocks: readonly Block[],
  {flows, links}: Composer,
  weight: number,
): readonly Composed[] {
  const [only, another] = blocks;
  // Lists that grew have room for more; a book has a hundred thousand of them.
  if (only && !another)
    return [{block: only, flows: flows.slice(), links: links.length === 0 ? NONE : links.slice(), weight}];
  return blocks.map(block => {
    const own = flowsOf([block]);
    const used = new Set(own.flatMap(({runs}) => runs.map(({look}) => look.link)));
    return {
      block,
      flows: own,
      links: links.filter(([link]) => used.has(link)),
      weight: weight / blocks.length,
    };
  });
}
