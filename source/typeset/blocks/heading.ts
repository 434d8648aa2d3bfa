import type {Token, Tokens} from 'marked';
import type {Block} from './block.ts';
import type {Composer} from './composer.ts';

/** `{#name .class}` behind a heading is for a web page's address, not for reading. */
const NAME = /\s*\{\s*[#.][\w\s.#:=-]{0,200}\}\s*$/;

export function headingFrom(
  {depth, tokens}: Pick<Tokens.Heading, 'depth' | 'tokens'>,
  composer: Composer,
): Block {
  return {kind: 'heading', level: depth, flow: composer.inline(withoutName(tokens), 'heading')};
}

/** The name stands in the last piece of text as it was written: braces behind a backslash are the author's own. */
function withoutName(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.at(-1);
  if (last?.type !== 'text' || !NAME.test(last.raw)) return tokens;
  const text = last.raw.replace(NAME, '');
  return [...tokens.slice(0, -1), {...(last as Tokens.Text), raw: text, text}];
}
