import type {Body} from '../../domain/article/article.ts';

/** Characters of a body that are indexed; a longer book is found by its first part. */
const LONGEST = 400_000;

/**
 * A body's words for the index and for snippets, without markup and addresses. Coarser than
 * domain/plain-text.ts, which counts words, and needs no table of two thousand references: the library is
 * loaded before the first frame.
 */
export function indexText({format, content}: Body): string {
  const text = content.length > LONGEST ? content.slice(0, LONGEST) : content;
  if (format === 'text') return text;
  return format === 'html' ? fromHtml(text) : fromMarkdown(text);
}

function fromHtml(html: string): string {
  const bare = html.replace(
    /<(script|style)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)|<\/?[a-z][^<>]*(?:>|$)/giu,
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
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  middot: '·',
  bull: '•',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
};

/** "eacute" is "e" with this mark. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  caron: '\u030c',
  cedil: '\u0327',
};

/** The references that words are written with; any other stands between words. */
function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu,
    (_, decimal?: string, hex?: string, name = '') => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
      if (name === '') return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      const mark = MARKS[name.slice(1)];
      return mark === undefined ? (NAMED[name] ?? ' ') : `${name[0]}${mark}`.normalize();
    },
  );
}
