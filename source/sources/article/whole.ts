import type {Body} from '../../domain/article/article.ts';
import {withoutSignature} from './signature.ts';

/** A feed's only text that is shorter than this many words is most often the summary of a page. */
const SHORT = 60;
/** The same for a text without paragraphs. */
const SHORT_PLAIN = 120;
/** From here on three dots at the end are style. */
const LONG = 600;

/** Characters at the end of a text that are looked at, white space between tags among them. */
const TAIL = 2000;

const BROKEN_OFF = /(?:…|\.{3}|\[(?:…|\.{3})\]|\((?:…|\.{3})\))$/u;
const GOES_ON =
  /(?:read (?:more|on|the (?:rest|full|whole)|full)|continue reading|keep reading|full (?:story|article|post)|weiterlesen|mehr lesen|lire la suite|leer m[aá]s|seguir leyendo|leggi tutto|lees (?:meer|verder)|читать далее|続きを読む|阅读全文|閱讀全文)[^\p{L}]{0,12}$/iu;

/** The text of a body outside of code, and the number of words in all. */
export type Said = Readonly<{prose: string; words: number}>;

/** True if a feed's only text is the article itself rather than a teaser for the page behind it. */
export function looksWhole(body: Body, said: Said): boolean {
  const hasParagraphs =
    body.format !== 'text' && /<(?:p|br|div|ul|ol|h[1-6]|blockquote|pre)\b/iu.test(body.content);
  return said.words >= (hasParagraphs ? SHORT : SHORT_PLAIN) && !breaksOff(said);
}

/** True if a text ends by saying that there is more of it elsewhere. */
export function breaksOff({prose, words}: Said): boolean {
  if (words === 0) return false;
  const end = withoutSignature(prose.slice(-TAIL).trimEnd()).trimEnd().slice(-80);
  return GOES_ON.test(end) || (words < LONG && BROKEN_OFF.test(end));
}
