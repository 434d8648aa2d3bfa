import type {Body} from '../domain/article.ts';

/** What of a body goes into the index; a book longer than this is found by its first part. */
const LONGEST = 400_000;

/** A body's words for the index, in one fast pass: no markup, no addresses, the common character references. */
export function plainText({format, content}: Body): string {
  const text = content.length > LONGEST ? content.slice(0, LONGEST) : content;
  if (format === 'text') return text;
  return format === 'html' ? fromHtml(text) : fromMarkdown(text);
}

function fromHtml(html: string): string {
  const bare = html.replace(
    /<(script|style)\b[^>]*>[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)|<\/?[a-z][^<>]*(?:>|$)/giu,
    tag =>
      /^<\/?(?:a|abbr|b|bdi|bdo|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr|font)\b/iu.test(tag)
        ? ''
        : ' ',
  );
  return bare.includes('&') ? decode(bare) : bare;
}

function fromMarkdown(markdown: string): string {
  const bare = markdown
    .replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/gu, '] ')
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(/[*_`~#>|[\]]+/gu, mark => (/^[*_`~]+$/u.test(mark) ? '' : ' '));
  return bare.includes('&') ? decode(bare) : bare;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

/** Enough for finding words: the five of XML, spaces and numbers; the rest separates words. */
function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu,
    (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? ACCENTED.exec(name)?.[1] ?? ' ';
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}

/** "eacute" is "e" to the index, which drops diacritics anyway. */
const ACCENTED = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)$/iu;
