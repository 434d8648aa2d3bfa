import type {Dialect} from '../site/generators.ts';

/** A piece of Markdown: code, which is left as it is, or text. The pieces put together are the whole. */
export type Segment = Readonly<{isCode: boolean; text: string}>;

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$/u;
/** Blocks of code in the languages of templates, which become fences. */
const OPENING =
  /^[ \t]*(?:\{%-?\s*(?:highlight|codeblock|code)\s+([^%\n]*?)\s*-?%\}|\{\{[<%]\s*(?:highlight|code|codeblock)\s+([^\n]*?)\s*[>%]\}\})[ \t]*$/u;
const CLOSING =
  /^[ \t]*(?:\{%-?\s*end(?:highlight|codeblock|code)\s*-?%\}|\{\{[<%]\s*\/\s*(?:highlight|code|codeblock)\s*[>%]\}\})[ \t]*$/u;

/** The language and the caption of `highlight go`, `highlight lang="go"`, `codeblock lamp.js lang:js`. */
function fenceOf(written: string): {language: string; caption: string} {
  const [, stated] = /\blang(?:uage)?\s*[:=]\s*["']?([\w+#.-]+)/u.exec(written) ?? [];
  const [, first = ''] = /^["']?([\w+#.-]+)/u.exec(written) ?? [];
  if (stated === undefined) return {language: first, caption: ''};
  const caption = written
    .replaceAll(/[\w-]+\s*[:=]\s*(?:"[^"]*"|'[^']*'|\S+)|https?:\/\/\S+/gu, '')
    .replaceAll(/["']/gu, '')
    .trim();
  return {language: stated, caption};
}

/** The caption that a fence has behind its language: `js title="lamp.js"`, `sh [npm]`. */
export function withCaptions(code: string): string {
  return code.replace(/^([ \t>]*)(?:`{3,}|~{3,})([^\n`]*)\n/u, (opening, indent: string, info: string) => {
    const [, double, single, bracketed] =
      /\b(?:title|caption|filename|file|name)\s*=\s*(?:"([^"]+)"|'([^']+)')|(?<=\s)\[([^\]{}"=,]*[\p{L}][^\]{}"=,]*)\]/u.exec(
        info,
      ) ?? [];
    const caption = double ?? single ?? bracketed;
    return caption === undefined ? opening : `${indent}**${caption}**\n${indent.trimEnd()}\n${opening}`;
  });
}

export function segmentsOf(
  markdown: string,
  templates: Pick<Dialect, 'liquid' | 'shortcodes'> = {liquid: true, shortcodes: true},
): readonly Segment[] {
  const pieces = new Pieces();
  const lines = markdown.split('\n');
  const lastClosing = lines.findLastIndex(line => CLOSING.test(line));
  let fence: string | undefined;
  let isTemplate = false;
  let isInList = false;
  let isAfterBlank = true;
  let isIndented = false;
  for (const [index, line] of lines.entries()) {
    const end = index < lines.length - 1 ? '\n' : '';
    const isBlank = line.trim() === '';
    if (isTemplate) {
      isTemplate = !CLOSING.test(line);
      pieces.add(true, (isTemplate ? line : '```') + end);
    } else if (fence !== undefined) {
      const closing = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/u.exec(line)?.[1];
      if (closing?.startsWith(fence)) fence = undefined;
      pieces.add(true, line + end);
    } else {
      const [, liquid, hugo] = OPENING.exec(line) ?? [];
      const written = (templates.liquid ? liquid : undefined) ?? (templates.shortcodes ? hugo : undefined);
      const [, mark, info = ''] = FENCE.exec(line) ?? [];
      if (written !== undefined && index < lastClosing) {
        const {language, caption} = fenceOf(written);
        isTemplate = true;
        if (caption !== '') pieces.add(false, `**${caption}**\n\n`);
        pieces.add(true, `\`\`\`${language}${end}`);
      } else if (mark !== undefined && !(mark.startsWith('`') && info.includes('`'))) {
        fence = mark;
        pieces.add(true, line + end);
      } else {
        isIndented =
          !isInList && /^(?: {4}|\t)/u.test(line) ? isIndented || isAfterBlank : isIndented && isBlank;
        if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(line)) isInList = true;
        else if (isAfterBlank && /^\S/u.test(line)) isInList = false;
        pieces.add(isIndented, line + end);
      }
    }
    isAfterBlank = isBlank;
  }
  return pieces.all;
}

class Pieces {
  readonly #all: {isCode: boolean; lines: string[]}[] = [];

  add(isCode: boolean, line: string): void {
    const last = this.#all.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else this.#all.push({isCode, lines: [line]});
  }

  get all(): readonly Segment[] {
    return this.#all.map(({isCode, lines}) => ({isCode, text: lines.join('')}));
  }
}

/** Applies a change to a text but not to the code that stands in its lines. */
export function outsideOfCode(text: string, change: (text: string) => string): string {
  if (!text.includes('`')) return change(text);
  const spans: string[] = [];
  const sign = freeSign(text);
  const covered = text.replaceAll(SPAN, span => `${sign}${spans.push(span) - 1}${sign}`);
  return change(covered).replaceAll(
    new RegExp(`${sign}(\\d+)${sign}`, 'gu'),
    (_, index: string) => spans[Number(index)] ?? '',
  );
}

const SPAN = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^]){0,2000}?(?<!`)\1(?!`)/gu;

export function withoutSpans(text: string): string {
  return text.includes('`') ? text.replaceAll(SPAN, '') : text;
}

/** A character for private use that the text itself doesn't have. */
export function freeSign(text: string): string {
  let code = 0xe0_00;
  while (code < 0xf8_ff && text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
