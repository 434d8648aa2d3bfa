import {printableText} from '../../domain/text/printable.ts';
import type {Composed} from '../blocks/block.ts';
import type {Composer} from '../blocks/composer.ts';

/** The text as it stands, paragraph by paragraph: for what can't be read as Markdown. */
export function plainBlocks(source: string, makeComposer: () => Composer): readonly Composed[] {
  return source
    .split(/\n[ \t]*\n/)
    .filter(part => part.trim() !== '')
    .map(part => {
      const composer = makeComposer();
      const flow = composer.marked(part.replaceAll('\n', ' '));
      return {block: {kind: 'paragraph', flow}, flows: composer.flows, links: [], weight: part.length};
    });
}

/**
 * Bodies were cleaned when they came in; what was not is cleaned here, because marks of our own are controls
 * too.
 */
export function cleaned(markdown: string): string {
  return /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]|\p{Cs}/u.test(markdown)
    ? printableText(markdown)
    : markdown;
}
