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

/** `*[HTML]: Hyper Text`: what short words stand for, which elsewhere would show when one points at them. */
export function abbreviationsFrom(text: string, composer: Composer): readonly Block[] | undefined {
  if (!text.startsWith('*[')) return undefined;
  const lines = text.split('\n').map(line => /^\*\[([^\]\n]+)\]:[ \t]+(\S.*)$/.exec(line));
  if (!lines.every(line => line !== null)) return undefined;
  const entries = lines.map(([, term = '', meaning = '']): Entry => ({
    term: composer.line(term, 'strong'),
    definitions: [[{kind: 'paragraph', flow: composer.line(meaning)}]],
  }));
  return [{kind: 'definitions', entries}];
}
