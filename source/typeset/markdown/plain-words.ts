import {decodeHTMLStrict} from 'entities';
import {printableText} from '../../domain/text/printable.ts';
import {closing, marked, opening} from './marks.ts';
import type {Footnotes} from './notes.ts';
import {subscript, superscript} from '../text/small-letters.ts';

/** The footnotes that inline text may refer to. */
export type Notes = Readonly<{footnotes: Footnotes}>;

/**
 * Plain text of Markdown as it is read: references decoded, lines run on, and the small marks that GFM leaves
 * alone.
 */
export function plainWords(text: string, notes: Notes): string {
  const decoded = text.includes('&') ? decodeText(text) : text;
  const joined = /[\n\t]/.test(decoded) ? decoded.replaceAll(/(?<![ \t])[ \t]*\n[ \t]*|\t/g, ' ') : decoded;
  return /[[=^]/.test(joined) ? withSmallMarks(joined, notes) : joined;
}

/** Character references decoded; what they stand for is outside text too, so it is cleaned once more. */
export function decodeText(text: string): string {
  return printableText(decodeHTMLStrict(text));
}

function withSmallMarks(text: string, {footnotes}: Notes): string {
  return text
    .replaceAll(
      /\^\[([^[\]\n]*\s[^[\]\n]*)\]|\[\^([^\]\s]{1,200})\]/g,
      (whole, inline?: string, label?: string) => {
        const number =
          inline === undefined ? footnotes.numberOf(label ?? '') : footnotes.numberOfInline(inline);
        return number === undefined ? whole : marked('note', '', number);
      },
    )
    .replaceAll(
      /==(?=[^\s=])([^=\n]*[^\s=])==/g,
      (_, words: string) => opening('mark') + words + closing('mark'),
    )
    .replaceAll(
      /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+-]{1,6})\^/gu,
      (whole, raised: string) => superscript(raised) ?? whole,
    );
}

/** `~2~`, which GFM takes for strikethrough: a digit or two, or an index, are lowered. */
export function lowered(raw: string): string | undefined {
  const letters = /^~(\d{1,3}[+-]?|[aeijnkx])~$/.exec(raw)?.[1];
  return letters === undefined ? undefined : subscript(letters);
}
