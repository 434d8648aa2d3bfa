import {unicodeMathematics} from '../math/unicode-mathematics.ts';
import {look} from '../text/look.ts';
import type {Block} from './block.ts';
import type {Composer} from './composer.ts';

/** A formula on lines of its own; as it was written where Unicode can't say it. */
export function displayFrom(tex: string, composer: Composer): Block {
  const rows = tex
    .replaceAll(/\\(?:begin|end)\{(?:aligned|align\*?|equation\*?|gather\*?|split)\}/g, '')
    .split(/\\\\(?:\[[^\]]*\])?/);
  const lines = rows.map(row => unicodeMathematics(row));
  if (lines.every(line => line !== undefined))
    return {
      kind: 'verse',
      flow: composer.text(lines.filter(line => line !== '').join('\n')),
      isCentred: true,
    };
  return {kind: 'verse', flow: composer.text(tex, look('code'))};
}
