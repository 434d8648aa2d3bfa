import type {Composed} from '../blocks/block.ts';
import {wordsOf} from '../text/flow.ts';

/** The body without a first heading that says what the title above it says. */
export function withoutTitle(blocks: readonly Composed[], title: string): readonly Composed[] {
  const [first, ...rest] = blocks;
  return first?.block.kind === 'heading' &&
    first.block.level < 3 &&
    plain(wordsOf(first.block.flow)) === plain(title)
    ? rest
    : blocks;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
