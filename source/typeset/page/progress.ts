import type {Place} from '../../domain/page/page.ts';
import type {Galley} from './galley.ts';

/**
 * The share of the body that stands before a place, by characters of its source: known without reading it
 * all.
 */
export function progressAt(galley: Galley, {block, line}: Place): number {
  const section = galley.sectionOf(block);
  const one = galley.sections.at(section);
  if (one?.kind !== 'body') return one?.kind === 'head' ? 0 : 1;
  const [from, to] = galley.sections.share(section);
  const blocks = one.blocks();
  const index = block - galley.numberOf(section, 0);
  const total = blocks.reduce((sum, {weight}) => sum + weight, 0);
  let before = ((blocks[index]?.weight ?? 0) * line) / Math.max(1, galley.lines(block).length);
  for (const {weight} of blocks.slice(0, index)) before += weight;
  return total === 0 ? from : Math.min(1, from + ((to - from) * before) / total);
}
