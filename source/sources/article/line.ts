import {plainText} from '../../domain/text/plain-text.ts';
import {printableLine} from '../../domain/text/printable.ts';
import {decodeReferences} from '../../domain/article/references.ts';
import type {RawText} from '../format/format.ts';

/**
 * A short text as one printable line, decoded as often as its format says; undefined where nothing readable
 * is left.
 */
export function lineOf(text: RawText | undefined): string | undefined {
  if (text === undefined) return undefined;
  // A mark without width at an end is an anchor's, as VitePress puts it behind headings.
  const line = printableLine(readable({...text, content: text.content.slice(0, LONGEST)})).replaceAll(
    /^[\s\u200B\uFEFF]+|(?<![\s\u200B\uFEFF])[\s\u200B\uFEFF]+$/gu,
    '',
  );
  return /[^\s\p{Cf}]/u.test(line) ? line : undefined;
}

/** Nothing that is meant as a line is longer; what is, would cost more to read than it is worth. */
const LONGEST = 20_000;

function readable({content, format}: RawText): string {
  if (format === 'text') return content;
  if (format === 'html') return plainText({content, format}).prose;
  return decodeReferences(withoutInlineTags(content));
}

/**
 * Tags in a text that should have none. Pairs ("<b>new</b>") and tags with attributes are markup that leaked
 * in; a single "<div>" is what the title is about.
 */
function withoutInlineTags(text: string): string {
  if (!text.includes('<')) return text;
  const names = [...text.matchAll(/<\/([a-z][a-z\d]*)\s*>/giu)].map(([, name]) => name?.toLowerCase());
  const closed = new Set(names);
  return text
    .replaceAll(/<!--[^>]{0,2000}-->/gu, '')
    .replaceAll(/<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/giu, '')
    .replaceAll(
      /<(\/?)([a-z][a-z\d]*)((?:\s[^<>]*)?)>/giu,
      (tag, slash: string, name: string, attributes: string) => {
        const lower = name.toLowerCase();
        const isMarkup =
          slash !== '' || closed.has(lower) || /=|\/$/u.test(attributes) || /^(?:br|wbr|img)$/u.test(lower);
        return isMarkup ? (lower === 'br' ? ' ' : '') : tag;
      },
    );
}
