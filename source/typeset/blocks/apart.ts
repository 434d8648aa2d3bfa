import type {Block, Composed} from './block.ts';
import type {Composer} from './composer.ts';
import {flowsOf} from './flows-of.ts';

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
