import {plainText} from '../../../domain/text/plain-text.ts';
import type {Body} from '../../../domain/article/article.ts';

const MARKER =
  /<!--\s*(?:more|truncate|excerpt|end[-_ ]?excerpt|readmore|read[-_ ]more)\b[^>]{0,200}-->|\{\/\*\s*truncate\s*\*\/\}/iu;
const LONGEST = 6000;

/** The text before the mark that writers put after their opening; undefined where there is no mark. */
export function markedOpening({content}: Body, separator: string | undefined): string | undefined {
  const head = content.slice(0, 20_000);
  const own = separator === undefined || separator === '' ? -1 : head.indexOf(separator);
  const end = own > 0 ? own : MARKER.exec(head)?.index;
  if (end === undefined || end <= 0 || end > LONGEST) return undefined;
  const opening = head
    .slice(0, end)
    .replaceAll(/^ {0,3}#{1,6} .*$/gmu, '')
    .replaceAll(/^(?:import|export) .*$/gmu, '');
  return opening.trim() === '' ? undefined : opening;
}

/** The first heading of a text, without its marks. */
export function headingOf({content, format}: Body): string | undefined {
  const head = withoutCode(content.slice(0, 30_000));
  if (format === 'html')
    return (
      wordsOf(/<h1\b[^>]*>(.{1,1000}?)<\/h1\s*>/isu.exec(head)?.[1], 'html') ??
      wordsOf(/<h[2-6]\b[^>]*>(.{1,1000}?)<\/h[2-6]\s*>/isu.exec(head)?.[1], 'html')
    );
  const first =
    /^ {0,3}#[ \t]+(.{1,1000}?)(?:[ \t]+#+)?[ \t]*$/mu.exec(head)?.[1] ??
    /^(?=[^\s>*+-])(.{1,300})\n=+[ \t]*$/mu.exec(head)?.[1] ??
    /<h1\b[^>]*>(.{1,1000}?)<\/h1\s*>/isu.exec(head)?.[1];
  if (format === 'text') return underlined(head) ?? firstLine(head);
  return (
    wordsOf(first, 'markdown') ??
    wordsOf(
      /^ {0,3}#{2,6}[ \t]+(.{1,1000}?)(?:[ \t]+#+)?[ \t]*$/mu.exec(head)?.[1] ??
        /^(?=[^\s>*+-])(.{1,300})\n-+[ \t]*$/mu.exec(head)?.[1],
      'markdown',
    )
  );
}

function withoutCode(markdown: string): string {
  return markdown.includes('```') || markdown.includes('~~~')
    ? markdown.replaceAll(/^ {0,3}(```+|~~~+)[^\n]*\n[^]*?(?:^ {0,3}\1|$(?![^]))/gmu, '')
    : markdown;
}

function wordsOf(marked: string | undefined, format: 'markdown' | 'html'): string | undefined {
  if (marked === undefined) return undefined;
  const bare = marked.replace(/\s*\{[#:.][^}]*\}\s*$/u, '').replace(/\s*\{\/\*.*?\*\/\}\s*$/u, '');
  const guarded = format === 'markdown' ? withEscapesHidden(bare) : bare;
  const {prose} = plainText({content: guarded, format});
  return shown(prose.replaceAll(/\s+/gu, ' ').trim()) || undefined;
}

const HIDDEN_AT = 0xe000;

/** Escaped marks are no marks: they are put where nothing takes them for any. */
function withEscapesHidden(markdown: string): string {
  return markdown.replaceAll(/\\([!-/:-@[-`{-~])/gu, (_, sign: string) =>
    String.fromCharCode(HIDDEN_AT + sign.charCodeAt(0)),
  );
}

function shown(text: string): string {
  return text.replaceAll(/[\ue021-\ue07e]/gu, sign => String.fromCharCode(sign.charCodeAt(0) - HIDDEN_AT));
}

function underlined(text: string): string | undefined {
  return /^[ \t]*(\S.{0,200})\n[ \t]*(?:={3,}|-{3,}|\*{3,}|~{3,})[ \t]*$/mu
    .exec(text.slice(0, 2000))?.[1]
    ?.trim();
}

/** A short line by itself above the text. */
function firstLine(text: string): string | undefined {
  return /^\s*(\S.{0,90})\n[ \t]*\n/u
    .exec(text)?.[1]
    ?.replace(/^#+\s*/u, '')
    .trim();
}
