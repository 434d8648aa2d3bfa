import type {Tokens} from 'marked';
import {isBlank} from '../text/flow.ts';
import type {Block} from './block.ts';
import type {Composer} from './composer.ts';

/** A table; a head of empty cells, as HTML without one gives, is none. */
export function tableFrom({header, rows, align}: Tokens.Table, composer: Composer): Block {
  const head = header.map(({tokens}) => composer.inline(tokens, 'strong'));
  return {
    kind: 'table',
    head: head.every(isBlank) ? [] : head,
    rows: rows.map(row => row.map(({tokens}) => composer.inline(tokens))),
    alignment: align.map(one => one ?? 'left'),
  };
}
