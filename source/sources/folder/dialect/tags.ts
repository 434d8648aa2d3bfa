import {kindOf} from '../../../html/read/callout.ts';

/* The words that stand in the tags of templates. */

const CONTROL =
  /^(?:end\w*|if|elsif|elseif|else|unless|case|when|for|tablerow|break|continue|cycle|assign|set|capture|increment|decrement|layout|extends|block|macro|import|from|call|filter|autoescape|with|ifchanged|raw|verbatim|css|js|script|style|toc|more|seo|feed_meta|paginator|icon|cut|clear|br|anchor|schema|stylesheet|javascript)$/u;

/** A tag that decides or prepares something and has no words. */
export function isControl(name: string): boolean {
  return CONTROL.test(name);
}

/** A tag that puts the words of another file here. */
export function isInclusion(name: string): boolean {
  return /^(?:include\w*|render\w*|partial\w*|readfile|embed-?code|embed-?file|code-?include|transclude)$/u.test(
    name,
  );
}

/** Tags around a few words in a line. */
const INLINE =
  /^(?:kbd|keys?|label|badge|tag|btn|button|sup|sub|mark|hl|u|ins|del|emp|wavy|dot|abbr|term|tooltip|ruby|pill|psw|span|s|em|strong|blur|link)$/u;
/** Arguments under which writers put words, the most telling first. */
const WORDS = [
  'content',
  'text',
  'body',
  'message',
  'words',
  'quote',
  'label',
  'title',
  'summary',
  'caption',
  'name',
];

export function inlineWords(
  name: string,
  written: string,
  values: readonly string[],
  named: ReadonlyMap<string, string>,
  isLone: boolean,
): string | undefined {
  const words = WORDS.map(key => named.get(key)).find(isWording);
  const address =
    named.get('href') ??
    named.get('url') ??
    named.get('link') ??
    values.find(value => /^(?:https?:\/\/|\/)\S+$/u.test(value));
  if (words !== undefined) return address === undefined ? titled(words, named) : `[${words}](<${address}>)`;
  if (INLINE.test(name)) {
    const [, marked] = /@\s*(\S.*)$/u.exec(written) ?? [];
    const parts = (marked ?? written)
      .split(/\s*,\s*/u)
      .map(part => part.trim().replaceAll(/^["']|["']$/gu, ''));
    const own =
      address === undefined
        ? [marked?.trim() ?? (/["']/u.test(written) ? values.join(' ') : written.trim())]
        : parts.filter(part => part !== address).slice(0, 1);
    const shown = own.filter(Boolean).join(' ');
    if (shown === '') return undefined;
    return address === undefined ? shown : `[${shown}](<${address}>)`;
  }
  const sentence = values.filter(value => /\s/u.test(value) && isWording(value)).join(' ');
  return sentence === '' || (isLone && named.size > 0 && values.length === 0) ? undefined : sentence;
}

/** A title over words that a tag has beside it. */
function titled(words: string, named: ReadonlyMap<string, string>): string {
  const title = named.get('title') ?? named.get('header');
  return title === undefined || title === words || !isWording(title) ? words : `**${title}**\n\n${words}`;
}

function isWording(value: string | undefined): boolean {
  return (
    value !== undefined &&
    /\p{L}/u.test(value) &&
    !/^(?:[a-z][\w-]*\.[a-z]{2,4}|https?:\S+|\/\S*)$/u.test(value)
  );
}

/** Names of looks, not words. */
const CLASS =
  /^(?:primary|secondary|default|success|fa-\S+|icon-\S+|no-icon|open|close|active|true|false|blue|green|red|yellow|orange|purple|grey|gray|center|left|right|simple|modern|flat|-?\d+%?)$/iu;

/** The label over what a tag goes around: of a tab, of something to unfold, of a remark. */
export function blockLabel(
  name: string,
  values: readonly string[],
  named: ReadonlyMap<string, string>,
): string {
  const stated = ['title', 'label', 'name', 'header', 'summary', 'heading', 'tab']
    .map(key => named.get(key))
    .find(isWording);
  const rest = values.filter(value => !CLASS.test(value) && !kindOf(value) && isWording(value));
  const hasLabel =
    /tab|detail|expand|accordion|spoiler|fold|collapse|note|notice|callout|alert|admonition|card|step|hint|panel|section|box|column/u.test(
      name,
    );
  const label = stated ?? (hasLabel && !name.startsWith('tabs') ? rest.join(' ') : '');
  return label === '' ? '' : `\n\n**${label}**\n\n`;
}

const QUOTE =
  /\{%-?\s*(blockquote|quote|pullquote|centerquote|cq)\b((?:[^%]|%(?!\})){0,500}?)-?%\}((?:(?!\{%-?\s*(?:blockquote|quote|pullquote|centerquote|cq)\b)[^]){0,20000}?)\{%-?\s*end(?:\1)?\s*-?%\}/gu;

/** Quotations between tags, with those who are quoted. */
export function withQuotes(text: string): string {
  if (!/\{%-?\s*(?:\w*quote|cq)\b/u.test(text)) return text;
  return text.replaceAll(QUOTE, (_, name: string, written: string, inner: string) => {
    const by =
      name === 'pullquote' ? '' : written.replaceAll(/^\s*\(|\)\s*$|\bauthor\s*=\s*|["']/gu, '').trim();
    const lines = `${inner.trim()}${by === '' ? '' : `\n\n— ${by}`}`.split('\n');
    return `\n\n${lines.map(line => `> ${line}`.trimEnd()).join('\n')}\n\n`;
  });
}
