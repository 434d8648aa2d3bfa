import type {Token, Tokens} from 'marked';
import {groupsOf} from '../markdown/definition-list.ts';
import type {Block, Entry} from './block.ts';
import type {Composer} from './composer.ts';

/** Terms and what is said of each. */
export function definitionsFrom(
  token: Tokens.Generic,
  composer: Composer,
  blocksFrom: (tokens: readonly Token[], composer: Composer) => readonly Block[],
): Block {
  const entries = groupsOf(token).map(({terms, definitions}): Entry => ({
    terms: terms.map(term => composer.line(term, 'strong')),
    definitions: definitions.map(definition => blocksFrom(composer.blocks(definition), composer)),
  }));
  return {kind: 'definitions', entries};
}

/** `*[HTML]: Hyper Text`: what short words stand for, which elsewhere would show when one points at them. */
export function abbreviationsFrom(text: string, composer: Composer): readonly Block[] | undefined {
  if (!text.startsWith('*[')) return undefined;
  const lines = text.split('\n').map(line => /^\*\[([^\]\n]+)\]:[ \t]+(\S.*)$/.exec(line));
  if (!lines.every(line => line !== null)) return undefined;
  const entries = lines.map(([, term = '', meaning = '']): Entry => ({
    terms: [composer.line(term, 'strong')],
    definitions: [[{kind: 'paragraph', flow: composer.line(meaning)}]],
  }));
  return [{kind: 'definitions', entries}];
}
