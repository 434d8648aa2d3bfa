import {namedArguments, quotedArguments} from './arguments.ts';
import {GAP, isAlone} from './context.ts';
import type {Writing} from './context.ts';
import {embedOf, pictureOf} from './embeds.ts';
import {withoutPairs} from './pairs.ts';
import {blockLabel, inlineWords, isControl, isInclusion, withQuotes} from './tags.ts';

/**
 * Text without what its generator would have replaced: Liquid, Nunjucks, Hugo's shortcodes, Go's templates.
 * Words in them stay, references become links, and a mark stands where only the generator knows the words.
 */
export function withoutTemplates(text: string, writing: Writing): string {
  const {liquid, shortcodes} = writing.dialect;
  const linked = linksRead(text, writing);
  if (!/\{[%{]/u.test(linked)) return linked;
  const short = shortcodes ? shortcodesRead(linked, writing) : linked;
  return liquid ? liquidRead(short, writing) : short;
}

const TAG = String.raw`\{%(?:[^%]|%(?!\})){0,1000}%\}`;
const SHORTCODE = String.raw`\{\{[<%][^{}]{0,1000}[>%]\}\}`;
const EXPRESSION = String.raw`\{\{[^{}]{0,500}\}\}`;
const PELICAN = String.raw`\{(?:filename|attach|static|tag|category|author|index)\}`;
const TARGET = new RegExp(
  String.raw`(!?)\[((?:[^[\]\n]|\[[^[\]\n]*\]){0,500})\]\(\s*<?((?:${TAG}|${SHORTCODE}|${EXPRESSION}|${PELICAN}|[^()<>\s{}])+)>?(\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)`,
  'gu',
);
/** `[label]: {% post_url … %}` */
const DEFINED = new RegExp(
  String.raw`^( {0,3}\[[^\]\n]{1,500}\]:)[ \t]*((?:${TAG}|${SHORTCODE}|${EXPRESSION}|${PELICAN}|[^\s{}])+)[ \t]*$`,
  'gmu',
);
/** Targets that only a generator reads. */
const OWN = new RegExp(
  String.raw`\{[{%]|\{\w+\}|\|(?:filename|static|attach)\||^(?:@site)?@?\/\S+\.mdx?(?:#|$)|^@\/`,
  'u',
);

/** The targets of links and pictures: an address that nobody can know leaves the text of the link. */
function linksRead(text: string, writing: Writing): string {
  const defined = /^ {0,3}\[[^\]\n]+\]:[ \t]*[{|@]/mu.test(text)
    ? text.replaceAll(DEFINED, (whole, label: string, written: string) =>
        OWN.test(written) ? `${label} <${addressIn(written.trim(), writing) ?? ''}>` : whole,
      )
    : text;
  if (!/\]\(\s*[^()\s]*(?:\{|@|\/\S*\.mdx?|\|)/u.test(defined)) return defined;
  return defined.replaceAll(TARGET, (whole, sign: string, words: string, written: string, title = '') => {
    if (!OWN.test(written)) return whole;
    const address = addressIn(written, writing);
    if (address !== undefined && /\w/u.test(address) && !/[{}]/u.test(address))
      return `${sign}[${words}](${address}${title})`;
    return sign === '' ? words : `![${words}]()`;
  });
}

/** The file behind a reference, else the plain text in it; a part of the page stays a part of it. */
function addressIn(written: string, writing: Writing): string | undefined {
  const {links, value} = writing;
  const [, fragment = ''] = /(#[\w%.-]+)["']?\s*(?:[>%]\}\}|%\}|\}\})?$/u.exec(written) ?? [];
  const reference = referenceIn(written);
  const path = reference === undefined ? undefined : links.find(reference);
  if (path !== undefined) return links.addressOf(path) + fragment;
  const pelican = new RegExp(String.raw`^(?:${PELICAN}|\|\w+\|)`, 'u').exec(written)?.[0];
  if (pelican !== undefined)
    return /static|attach/u.test(pelican) ? written.slice(pelican.length).replace(/^\//u, '') : undefined;
  const literal = written
    .replaceAll(new RegExp(TAG, 'gu'), tag => {
      const [, name = '', rest = ''] = /^\{%-?\s*([\w-]+)\s*([^]*?)-?%\}$/u.exec(tag) ?? [];
      return /^(?:asset_path|static|url)$/u.test(name) ? (quotedArguments(rest)[0] ?? '') : '';
    })
    .replaceAll(new RegExp(SHORTCODE, 'gu'), '')
    .replaceAll(
      new RegExp(EXPRESSION, 'gu'),
      expression => literalIn(expression) || (value(nameIn(expression)) ?? ''),
    );
  return literal === written && /[{@|]/u.test(written) ? undefined : literal;
}

/** "2024-05-06-post" in `{% post_url 2024-05-06-post %}`, "b.md" in `{{< relref "b.md" >}}`. */
function referenceIn(written: string): string | undefined {
  const [, inner] =
    /\{%-?\s*(?:post_url|link|post_path|ref|relref)\s+([^]*?)\s*-?%\}/u.exec(written) ??
    /\{\{[<%]\s*(?:ref|relref|reference)\s+([^]*?)\s*\/?[>%]\}\}/u.exec(written) ??
    [];
  if (inner !== undefined) return namedArguments(inner).get('path') ?? quotedArguments(inner)[0];
  const [, literal] = /^\{\{-?\s*["']([^"']+)["']\s*\|/u.exec(written) ?? [];
  return literal ?? written.replace(new RegExp(String.raw`^(?:${PELICAN}|\|\w+\|)`, 'u'), '');
}

/** `{{ "/about/" | url }}` is the text that it begins with. */
function literalIn(expression: string): string {
  return /^\{\{-?\s*(?:"([^"]*)"|'([^']*)')/u.exec(expression)?.slice(1).find(Boolean) ?? '';
}

function nameIn(expression: string): string {
  return /^\{\{-?\s*\$?([a-z_][\w.-]*)/iu.exec(expression)?.[1] ?? '';
}

const KNOWN_VARIABLE =
  /\{\{-?\s*(?:site|page|post|layout|include|content|config|paginator|theme|collections|metadata|pkg|env|baseurl|base_url)\b[\w.[\]"'-]*\s*(?:\|[^{}]*)?-?\}\}/u;
/** A name, perhaps with filters. */
const VARIABLE = /^\{\{-?\s*\$?[a-z_][\w.[\]"'-]*\s*(?:\|[^{}]*)?-?\}\}$/iu;
/** `{{ youtube(id="x") }}`, as Zola has them. */
const CALL = /^\{\{-?\s*([\w:]+)\(([^{}]*)\)\s*-?\}\}$/u;

function liquidRead(text: string, writing: Writing): string {
  const isTemplate = !writing.dialect.shortcodes || /\{%-?\s*[a-z]/iu.test(text) || KNOWN_VARIABLE.test(text);
  const bare = withoutPairs(
    withoutPairs(text, /\{%-?\s*comment\s*-?%\}/gu, /\{%-?\s*endcomment\s*-?%\}/gu),
    /\{#(?![\w-]+\})/gu,
    /#\}/gu,
  );
  const ends = new Set(Array.from(bare.matchAll(/\{%-?\s*end([\w:.-]+)/gu), ([, name]) => name));
  const hasEnd = /\{%-?\s*end\s*-?%\}/u.test(bare);
  return withQuotes(bare)
    .replaceAll(
      /\{%-?\s*(\/?[\w:.-]*)((?:[^%]|%(?!\})){0,1000}?)-?%\}/gu,
      (whole, name: string, written: string, at: number, all: string) =>
        tagRead(name, written, writing, {
          isBlock: ends.has(name) || (hasEnd && /\(/u.test(written)),
          isAlone: isAlone(all, at, at + whole.length),
        }),
    )
    .replaceAll(
      new RegExp(String.raw`(?<=\s(?:src|href|poster|srcset)\s*=\s*["'][^"'\n]{0,300})${EXPRESSION}`, 'gu'),
      expression => literalIn(expression) || (writing.value(nameIn(expression)) ?? ''),
    )
    .replaceAll(/\{\{(?![<%])[^{}]{0,500}\}\}/gu, (expression, at: number, all: string) => {
      const [, name = '', written = ''] = CALL.exec(expression) ?? [];
      const isLone = isAlone(all, at, at + expression.length);
      if (name !== '') return tagRead(name, written, writing, {isBlock: false, isAlone: isLone});
      const literal = literalIn(expression);
      if (literal !== '') return literal;
      if (isTemplate && VARIABLE.test(expression))
        return writing.value(nameIn(expression)) ?? (isLone ? '' : GAP);
      return (
        goTemplate(expression) ??
        (writing.dialect.shortcodes || /^\{\{-?\s*[.>#/]/u.test(expression) ? expression : isLone ? '' : GAP)
      );
    });
}

type Place = Readonly<{isBlock: boolean; isAlone: boolean}>;

/** A tag in words: a picture, a link, its own words, or a mark where its words are elsewhere. */
function tagRead(
  name: string,
  written: string,
  {links, value}: Writing,
  {isBlock, isAlone: isLone}: Place,
): string {
  const values = quotedArguments(written);
  const named = namedArguments(written);
  const kind = name.toLowerCase();
  if (kind === 'post_link') {
    const path = links.find(values[0] ?? '');
    const words = values
      .slice(1)
      .filter(word => !/^(?:true|false)$/u.test(word))
      .join(' ');
    const shown = words || (path === undefined ? (values[0] ?? '') : links.titleOf(path));
    return path === undefined ? shown : `[${shown}](${links.addressOf(path)})`;
  }
  if (kind === 'param') return value(values[0] ?? '') ?? GAP;
  if (/^(?:post_url|post_path|ref|relref)$/u.test(kind) || (kind === 'link' && !/:\/\//u.test(written))) {
    const path = links.find(named.get('path') ?? values[0] ?? '');
    return path === undefined ? (values[0] ?? '') : links.addressOf(path);
  }
  const shown = embedOf(name, values, named);
  if (shown !== undefined) return shown;
  if (name === '' || name.startsWith('/') || isControl(kind)) return '';
  const words = inlineWords(kind, written, values, named, isLone);
  if (isBlock) return blockLabel(kind, values, named);
  if (words !== undefined) return isLone ? `\n\n${words}\n\n` : words;
  return isInclusion(kind) || !isLone ? GAP : '';
}

/** The directives of Go's own blog: programs and pictures that lie in files of their own. */
function goTemplate(expression: string): string | undefined {
  const [, name = '', written = ''] =
    /^\{\{-?\s*(code|play|image|video|iframe|backgroundimage|raw|html)\s([^{}]*)\}\}$/u.exec(expression) ??
    [];
  if (name === '') return undefined;
  const [first] = quotedArguments(written);
  if (/^(?:image|backgroundimage)$/u.test(name) && first !== undefined) return pictureOf(first, '');
  return name === 'raw' || name === 'html' ? written.trim().replaceAll(/^["']|["']$/gu, '') : '';
}

function shortcodesRead(text: string, writing: Writing): string {
  if (!/\{\{[<%]/u.test(text)) return text;
  const ends = new Set(Array.from(text.matchAll(/\{\{[<%]\s*\/\s*([\w./-]+)/gu), ([, name]) => name));
  return text.replaceAll(
    /\{\{[<%]\s*(\/?)\s*([\w./-]*)([^{}]{0,1000}?)\/?\s*[>%]\}\}/gu,
    (whole, slash: string, name: string, written: string, at: number, all: string) =>
      slash === '/'
        ? ''
        : tagRead(name, written, writing, {
            isBlock: ends.has(name),
            isAlone: isAlone(all, at, at + whole.length),
          }),
  );
}
