import {namedArguments} from './arguments.ts';
import {embedOf} from './embeds.ts';
import {withoutPairs} from './pairs.ts';
import {segmentsOf, withoutSpans} from './segments.ts';

const SIGNS =
  /^(?:import\s+(?:[\w*{][^'"\n]*\sfrom\s+)?['"]|export\s+(?:const|default|function|let)\b)|^[ \t]*<[A-Z][\w.]*(?=[\s/>])|<\/[A-Z][\w.]*>|<[A-Z][\w.]*(?:\s[^<>\n]*)?\/>|\{\/\*/mu;

/** True if a text is a program too, by its text outside of code. */
export function isMdx(markdown: string): boolean {
  if (!SIGNS.test(markdown)) return false;
  return segmentsOf(markdown).some(({isCode, text}) => !isCode && SIGNS.test(withoutSpans(text)));
}

/**
 * Text of MDX without what makes it a program: imports, exports, comments, components. What stands in
 * components stays.
 */
export function withoutJsx(text: string): string {
  const bare = withoutPairs(text, /(?<![ \t])[ \t]*\{\/\*/gu, /\*\/\}/gu)
    .replaceAll(/^import\s+(?:[\w*{][^'"]{0,2000}?\sfrom\s+)?['"][^'"\n]+['"];?[ \t]*$/gmu, '')
    .replaceAll(/^export\s+(?:const|let|var|function|default|async)\b(?:[^\n]|\n(?![ \t]*\n|#))*$/gmu, '');
  return componentsRead(bare).replaceAll(
    /\{\s*(?:"([^"{}\n]{0,500})"|'([^'{}\n]{0,500})')\s*\}/gu,
    (_, double: string | undefined, single: string | undefined) => double ?? single ?? '',
  );
}

const OPENING = /(?<!\\)<(?:(\/?)([A-Z][\w.]*|[a-z][\w-]*)(?=[\s/>])|\/?(?=>))/gu;

/**
 * Tags, with care for the braces and quotes in them. Components go; of plain elements only what HTML can't
 * read.
 */
function componentsRead(text: string): string {
  const parts: string[] = [];
  let position = 0;
  let unended = 0;
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(text); tag; tag = OPENING.exec(text)) {
    const [opening, slash = '', name = ''] = tag;
    const end = endOfTag(text, tag.index + opening.length);
    if (end === undefined && ++unended > MOST_UNENDED) break;
    if (end === undefined) continue;
    const written = text.slice(tag.index + opening.length, end - 1);
    if (name !== '' && !/^[A-Z]/u.test(name) && !/=\s*\{/u.test(written)) continue;
    parts.push(text.slice(position, tag.index), replacement(name, slash, written));
    position = end;
    OPENING.lastIndex = end;
  }
  return parts.join('') + text.slice(position);
}

function replacement(name: string, slash: string, written: string): string {
  if (/^[a-z]/u.test(name))
    return `<${slash}${name}${withoutBraces(written).replaceAll('className=', 'class=')}>`;
  if (slash !== '') return '';
  const named = namedArguments(written);
  return embedOf(name, [], named) ?? labelOf(named, written.trimEnd().endsWith('/')) ?? '';
}

/** The label of a tab, the title of a box; of a component by itself, the words that it is given. */
function labelOf(named: ReadonlyMap<string, string>, isLone: boolean): string | undefined {
  const names = isLone
    ? ['text', 'content', 'children', 'label', 'title']
    : ['label', 'title', 'header', 'summary', 'heading'];
  const words = names.map(name => named.get(name)).find(value => value !== undefined && /\p{L}/u.test(value));
  if (words === undefined || isLone) return words;
  return `\n\n**${words}**\n\n`;
}

const LONGEST_TAG = 2_000;
/** A text with more tags that never end is no program. */
const MOST_UNENDED = 200;

/** Just behind the `>` of a tag; undefined where something stands that is in no tag. */
function endOfTag(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  let before = '';
  const most = Math.min(text.length, start + LONGEST_TAG);
  for (let index = start; index < most; index++) {
    const sign = text[index] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth > 0) quote = /["'`]/u.test(sign) ? sign : '';
    else if (sign === '>') return index + 1;
    else if (before === '=' && (sign === '"' || sign === "'")) quote = sign;
    else if (!/[\w\s=:/.@-]/u.test(sign) || (sign === '\n' && text[index + 1] === '\n')) return undefined;
    before = sign;
  }
  return undefined;
}

function withoutBraces(written: string): string {
  let result = '';
  let depth = 0;
  for (const sign of written.replaceAll(/\s[\w:-]+=(?=\{)/gu, ' ')) {
    if (sign === '{') depth++;
    if (depth === 0) result += sign;
    if (sign === '}') depth = Math.max(0, depth - 1);
  }
  return result;
}

/**
 * Lines that are indented because they stand in a component; further in than three spaces they would be code.
 */
export function withoutJsxIndent(markdown: string): string {
  if (!/^[ \t]+\S/mu.test(markdown) || !/^[ \t]*<[A-Z][\w.]*[^\n]*(?<!\/)>[ \t]*$/mu.test(markdown))
    return markdown;
  const indents: number[] = [];
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const mark = /^[ \t]*(`{3,}|~{3,})/u.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
        fence = fence === undefined ? mark : undefined;
      if (fence === undefined && /^[ \t]*<\/[A-Z][\w.]*>[ \t]*$/u.test(line)) indents.pop();
      const bare = dedented(line, indents.at(-1) ?? 0);
      if (
        fence === undefined &&
        /^[ \t]*<[A-Z][\w.]*(?:\s[^\n]*)?(?<!\/)>[ \t]*$/u.test(line) &&
        !/<\//u.test(line)
      )
        indents.push(indentOf(line) + 2);
      return bare;
    })
    .join('\n');
}

function indentOf(line: string): number {
  return /^[ \t]*/u.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}

function dedented(line: string, most: number): string {
  let left = most;
  let index = 0;
  while (left > 0 && (line[index] === ' ' || line[index] === '\t')) left -= line[index++] === '\t' ? 4 : 1;
  return line.slice(index);
}
