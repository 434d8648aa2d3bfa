import type {Token} from 'marked';
import type {Block, Entry} from './block.ts';
import type {Composer} from './composer.ts';

/** A paragraph of terms with lines behind them that begin with a colon. */
export function definitionsFrom(
  text: string,
  composer: Composer,
  blocksFrom: (tokens: readonly Token[], composer: Composer) => readonly Block[],
): readonly Block[] | undefined {
  if (!/^[^:\n][^\n]*\n:[ \t]+\S/.test(text)) return undefined;
  const entries: Entry[] = [];
  for (const part of text.split(/\n(?=[^:\n][^\n]*\n:[ \t])/)) {
    const [terms = '', ...definitions] = part.split(/\n:[ \t]+/);
    entries.push({
      term: composer.line(terms, 'strong'),
      definitions: definitions.map(definition =>
        blocksFrom(composer.blocks(definition.replaceAll(/\n[ \t]+/g, '\n')), composer),
      ),
    });
  }
  return [{kind: 'definitions', entries}];
}
