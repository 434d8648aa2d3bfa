import type {MarkedExtension, Tokens} from 'marked';
import {marked} from './marks.ts';
import {unicodeMathematics} from '../math/unicode-mathematics.ts';

/**
 * `$…$` and `$$…$$`. A dollar is a sign of money as often as not, so what stands between two must look like
 * formulas do: no space inside the signs, no letter or digit behind, and something that only a formula has.
 */
export const mathematics: MarkedExtension = {
  extensions: [
    {
      name: 'formula',
      level: 'inline',
      start: source => source.indexOf('$'),
      tokenizer(source) {
        const match = INLINE.exec(source);
        const text = match?.[1] ?? match?.[2];
        if (!match || text === undefined || (match[1] === undefined && !looksLikeFormula(text)))
          return undefined;
        return {type: 'formula', raw: match[0], text};
      },
      renderer: ({raw, text}: Tokens.Generic) => {
        const tex = String(text);
        return marked('formula', unicodeMathematics(tex) ?? marked('code', raw), tex.replaceAll(/\s+/g, ' '));
      },
    },
    {
      name: 'display',
      level: 'block',
      tokenizer(source) {
        const match = DISPLAY.exec(source);
        return match ? {type: 'display', raw: match[0], text: (match[1] ?? '').trim()} : undefined;
      },
    },
  ],
};

const INLINE = /^\$\$([^$\n]+)\$\$|^\$(?!\s)((?:\\[^\n]|[^$\\\n])+?)(?<!\s)\$(?![\p{L}\p{N}$])/u;
const DISPLAY = /^ {0,3}\$\$[ \t]*\n?((?:[^$]|\$(?!\$)){1,5000}?)\n?[ \t]*\$\$[ \t]*(?:\n+|$)/;

function looksLikeFormula(text: string): boolean {
  return /[\\^_{}=<>+*]|^[\p{L}]$|^\d+$|^[a-z]\([a-z]\)$/iu.test(text);
}
