import type {Tokens} from 'marked';
import type {Block} from './block.ts';
import type {Composer} from './composer.ts';

/** A heading; `{#name .class}` behind it is for a web page's address, not for reading. */
export function headingFrom(
  {depth, tokens}: Pick<Tokens.Heading, 'depth' | 'tokens'>,
  composer: Composer,
): Block {
  const text = composer.read(tokens).replace(/\s*\{\s*[#.][\w\s.#:=-]{0,200}\}\s*$/, '');
  return {kind: 'heading', level: depth, flow: composer.marked(text, 'heading')};
}
