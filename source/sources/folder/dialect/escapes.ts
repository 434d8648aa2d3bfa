import {pairsReplaced} from './pairs.ts';
import type {Dialect} from '../site/generators.ts';

/*
 * The ways in which writers show the marks of their own generator. Such marks are put out of reach before
 * anything is read, in code too, since generators read templates before they read Markdown.
 */

const FIRST = 0xf7_00;
const MARKS = ['{{', '}}', '{%', '%}', '{#', '#}', '{', '}'];

/** The text with shown marks out of reach, and what brings them back. */
export function withShownMarks(
  text: string,
  dialect: Dialect,
): {text: string; restore(text: string): string} {
  const hasEscape =
    /\{%-?\s*(?:raw|verbatim)\b|\{\{[<%]\s*\/\*|\{[{%]\s*\/\*|\{\{-?\s*["']|\{\s*["'`][^\n]{0,200}[{}]|v-pre/u.test(
      text,
    );
  // A text with characters for private use of its own is left as it is.
  if (!hasEscape || /[\uf700-\uf70f]/u.test(text)) return {text, restore: same => same};
  let result = text;
  if (dialect.liquid)
    result = rawShown(result)
      .replaceAll(
        /\{\{-?\s*(?:"([^"\n]{0,500})"|'([^'\n]{0,500})')\s*-?\}\}/gu,
        (whole, double?: string, single?: string) =>
          /[{}%]/u.test(double ?? single ?? '') ? covered(double ?? single ?? '') : whole,
      )
      .replaceAll(
        /\{([{%])\s*\/\*([^*]{0,1000})\*\/\s*([%}])\}/gu,
        (_, open: string, inner: string, close: string) => covered(`{${open}${inner}${close}}`),
      );
  if (dialect.shortcodes)
    result = result.replaceAll(
      /\{\{([<%])\s*\/\*([^*]{0,1000})\*\/\s*([>%])\}\}/gu,
      (_, open: string, inner: string, close: string) => covered(`{{${open}${inner}${close}}}`),
    );
  if (dialect.components)
    result = result
      .replaceAll(/\{\s*(["'`])((?:(?!\1)[^\n\\]){1,500})\1\s*\}/gu, (whole, _, inner: string) =>
        /[{}]/u.test(inner) ? covered(inner) : whole,
      )
      .replaceAll(/^ {0,3}(:{3,})[ \t]*v-pre[ \t]*\n([^]*?)^ {0,3}\1[ \t]*$/gmu, (_, __, inner: string) =>
        covered(inner),
      )
      .replaceAll(/<(\w+)\s[^<>]*\bv-pre\b[^<>]*>([^<>]{0,2000})<\/\1>/gu, (_, __, inner: string) =>
        covered(inner),
      );
  return {text: result, restore};
}

function rawShown(text: string): string {
  return ['raw', 'verbatim'].reduce(
    (result, name) =>
      pairsReplaced(
        result,
        new RegExp(String.raw`\{%-?\s*${name}\s*-?%\}`, 'gu'),
        new RegExp(String.raw`\{%-?\s*end${name}\s*-?%\}`, 'gu'),
        covered,
      ),
    text,
  );
}

function covered(text: string): string {
  return text.replaceAll(/\{\{|\}\}|\{%|%\}|\{#|#\}|[{}]/gu, mark =>
    String.fromCharCode(FIRST + MARKS.indexOf(mark)),
  );
}

function restore(text: string): string {
  return text.replaceAll(/[\uf700-\uf707]/gu, sign => MARKS[sign.charCodeAt(0) - FIRST] ?? '');
}
