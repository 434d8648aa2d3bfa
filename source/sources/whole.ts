import {plainText} from '../domain/plain-text.ts';
import type {RawText} from './formats/format.ts';

/** Below this many words a text without any markup is taken for a summary. */
const SHORT = 120;

const BROKEN_OFF = /(?:…|\.{3}|\[(?:…|\.{3})\]|\((?:…|\.{3})\)|&(?:hellip|#8230|#x2026);\]?)\s*$/iu;
const GOES_ON =
  /(?:read (?:more|on|the (?:rest|full|whole)|full)|continue reading|keep reading|full (?:story|article|post)|weiterlesen|mehr lesen|lire la suite|leer m[aá]s|seguir leyendo|leggi tutto|lees (?:meer|verder)|читать далее|続きを読む|阅读全文|閱讀全文)[^\p{L}]{0,12}$/iu;
const SIGNATURE = /the post .{1,300} (?:appeared first on|first appeared on) .{1,200}$/isu;

/** Whether a feed's only text is the article itself rather than a teaser for the page behind it. */
export function looksWhole(text: RawText): boolean {
  const prose = plainText({
    content: text.content,
    format: text.format === 'text' ? 'text' : 'html',
  }).prose.trim();
  const signature = SIGNATURE.exec(prose.slice(-600))?.[0] ?? '';
  const body = prose.slice(0, prose.length - signature.length).trimEnd();
  if (BROKEN_OFF.test(body) || GOES_ON.test(body.slice(-60))) return false;
  if (signature !== '') return body.length > SHORT * 12;
  const hasParagraphs = /<(?:p|br|div|ul|ol|h[1-6]|blockquote|pre|img|video|audio)\b/iu.test(text.content);
  return hasParagraphs || body.length > SHORT * 6;
}
