import type {Place} from '../../domain/page.ts';
import type {Galley} from './galley.ts';

/** The share of the body that stands before a place, by characters of its source: known without reading it all. */
export function progressAt(galley: Galley, {block, line}: Place, weights: readonly number[]): number {
  const section = galley.sectionOf(block);
  const kind = galley.sections[section]?.kind;
  if (kind !== 'body') return kind === 'head' ? 0 : 1;
  const first = galley.sections.findIndex(one => one.kind === 'body');
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = weights.slice(0, section - first).reduce((sum, weight) => sum + weight, 0);
  const index = block - galley.numberOf(section, 0);
  const blocks = galley.sections[section]?.blocks() ?? [];
  for (const {weight} of blocks.slice(0, index)) before += weight;
  const lines = Math.max(1, galley.lines(block).length);
  before += ((blocks[index]?.weight ?? 0) * line) / lines;
  return total === 0 ? 1 : Math.min(1, before / total);
}
