import {namedArguments, quotedArguments} from './arguments.ts';
import {embedOf, pictureOf} from './embeds.ts';
import {withoutPairs} from './pairs.ts';
import {freeSign} from './segments.ts';

/** What generators leave in Markdown for themselves: Liquid, Nunjucks, Hugo's shortcodes, Go's templates. Their words stay. */
export function withoutTemplates(text: string): string {
  if (!/\{[%{]/u.test(text)) return text;
  return withShownShortcodes(text, part => liquidRead(shortcodesRead(targetsRead(part))));
}

const TAG = String.raw`\{%[^%]{0,1000}%\}`;
const SHORTCODE = String.raw`\{\{[<%][^{}]{0,1000}[>%]\}\}`;
const EXPRESSION = String.raw`\{\{[^{}]{0,500}\}\}`;

/** Where links and pictures lead: an address that only the generator knows leaves the text of the link. */
function targetsRead(text: string): string {
  const target = new RegExp(
    String.raw`(!?)\[((?:[^[\]\n]|\[[^[\]\n]*\]){0,500})\]\(\s*((?:${TAG}|${SHORTCODE}|${EXPRESSION}|[^()\s{}])*(?:${TAG}|${SHORTCODE}|${EXPRESSION})(?:${TAG}|${SHORTCODE}|${EXPRESSION}|[^()\s{}])*)(\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)`,
    'gu',
  );
  return text.replaceAll(
    target,
    (_, sign: string, words: string, written: string, title: string | undefined) => {
      const address = written
        .replaceAll(new RegExp(EXPRESSION, 'gu'), literalIn)
        .replaceAll(new RegExp(`${TAG}|${SHORTCODE}`, 'gu'), '');
      const isUseful = address !== written && /[\w]/u.test(address) && !/\{/u.test(address);
      if (isUseful) return `${sign}[${words}](${address}${title ?? ''})`;
      return sign === '' ? words : `![${words}]()`;
    },
  );
}

/** `{{ "/about/" | url }}` is the text that it begins with; of anything else nobody knows the value. */
function literalIn(expression: string): string {
  return /^\{\{-?\s*(?:"([^"]*)"|'([^']*)')/u.exec(expression)?.slice(1).find(Boolean) ?? '';
}

const KNOWN_VARIABLE =
  /\{\{-?\s*(?:site|page|post|layout|include|content|config|paginator|theme|collections|metadata|pkg|env|baseurl|base_url)\b[\w.[\]"'-]*\s*(?:\|[^{}]*)?-?\}\}/u;
/** A name, perhaps with filters: in a text that is a template it stands for something that nobody knows. */
const VARIABLE = /^\{\{-?\s*[a-z_][\w.[\]"'-]*\s*(?:\|[^{}]*)?-?\}\}$/iu;

function liquidRead(text: string): string {
  const isTemplate = /\{%-?\s*[a-z]/iu.test(text) || KNOWN_VARIABLE.test(text);
  return withoutPairs(text, /\{%-?\s*comment\s*-?%\}/gu, /\{%-?\s*endcomment\s*-?%\}/gu)
    .replaceAll(
      /\{%-?\s*(\/?[\w:.-]*)([^%]{0,1000}?)-?%\}/gu,
      (_, name: string, written: string) =>
        embedOf(name, quotedArguments(written), namedArguments(written)) ?? '',
    )
    .replaceAll(
      new RegExp(String.raw`(?<=\s(?:src|href|poster|srcset)\s*=\s*["'][^"'\n]{0,300})${EXPRESSION}`, 'gu'),
      literalIn,
    )
    .replaceAll(/\{\{(?![<%])[^{}]{0,500}\}\}/gu, expression =>
      isTemplate && VARIABLE.test(expression) ? '' : (goTemplate(expression) ?? expression),
    );
}

/** The directives of Go's own blog: programs and pictures that are kept in files of their own. */
function goTemplate(expression: string): string | undefined {
  const [, name = '', written = ''] =
    /^\{\{-?\s*(code|play|image|video|iframe|backgroundimage|raw|html)\s([^{}]*)\}\}$/u.exec(expression) ??
    [];
  if (name === '') return undefined;
  const [first] = quotedArguments(written);
  if (/^(?:image|backgroundimage)$/u.test(name) && first !== undefined) return pictureOf(first, '');
  return name === 'raw' || name === 'html' ? written.trim().replaceAll(/^["']|["']$/gu, '') : '';
}

function shortcodesRead(text: string): string {
  if (!/\{\{[<%]/u.test(text)) return text;
  return text.replaceAll(
    /\{\{[<%]\s*(\/?)\s*([\w./-]*)([^{}]{0,1000}?)\/?\s*[>%]\}\}/gu,
    (_, slash: string, name: string, written: string) => {
      if (slash === '/') return '';
      const named = namedArguments(written);
      return embedOf(name, quotedArguments(written), named) ?? named.get('text') ?? named.get('label') ?? '';
    },
  );
}

/** `{{</* name *\/>}}` shows a shortcode instead of using it. */
function withShownShortcodes(text: string, change: (text: string) => string): string {
  if (!/\{\{[<%]\s*\/\*/u.test(text)) return change(text);
  const shown: string[] = [];
  const sign = freeSign(text);
  const covered = text.replaceAll(
    /\{\{([<%])\s*\/\*([^*]{0,1000})\*\/\s*([>%])\}\}/gu,
    (_, open: string, inner: string, close: string) =>
      `${sign}${shown.push(`{{${open}${inner}${close}}}`) - 1}${sign}`,
  );
  return change(covered).replaceAll(
    new RegExp(`${sign}(\\d+)${sign}`, 'gu'),
    (_, index: string) => shown[Number(index)] ?? '',
  );
}
