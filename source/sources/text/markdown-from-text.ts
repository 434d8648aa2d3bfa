import {addressAsMarkdown, cutAtAddresses} from '../../domain/text/bare-addresses.ts';
import {printableText} from '../../domain/text/printable.ts';

/**
 * Plain text as Markdown that shows it as it stands: paragraphs, line ends where they are meant, lists, and
 * no signs read as marks.
 */
export function markdownFromText(text: string): string {
  const paragraphs = printableText(text).split(/\n(?:[ \t]*\n)+/u);
  return paragraphs
    .map(paragraph => paragraph.replace(/^\n+/u, '').trimEnd())
    .filter(Boolean)
    .map(paragraphFrom)
    .join('\n\n');
}

function paragraphFrom(paragraph: string): string {
  const lines = paragraph.split('\n');
  if (lines.every(line => /^(?: {4}|\t)/u.test(line))) return fenced(lines);
  const [first = '', second = ''] = lines;
  if (lines.length === 2 && /^[ \t]*(?:={3,}|-{3,}|\*{3,}|~{3,})[ \t]*$/u.test(second))
    return `## ${escaped(first.trim())}`;
  const isWrapped =
    lines.length > 1 && lines.slice(0, -1).every(line => line.length >= 50 && line.length <= 100);
  if (isWrapped) return lines.map(line => escaped(line.trim())).join('\n');
  return lines
    .map((line, index) => lineFrom(line, index === lines.length - 1 || isItem(lines[index + 1] ?? '')))
    .join('\n');
}

function fenced(lines: readonly string[]): string {
  const indent = Math.min(
    ...lines.filter(line => line.trim() !== '').map(line => /^[ \t]*/u.exec(line)?.[0].length ?? 0),
  );
  const code = lines.map(line => line.slice(indent)).join('\n');
  const marks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/gu)].map(([run]) => run.length + 1)));
  return `${marks}\n${code}\n${marks}`;
}

const ITEM = /^( {0,3})([-*+•–]|\d{1,3}[.)])[ \t]+(\S.*)$/u;

function isItem(line: string): boolean {
  return ITEM.test(line);
}

function lineFrom(line: string, isLast: boolean): string {
  const [, indent = '', mark, rest = ''] = ITEM.exec(line) ?? [];
  if (mark !== undefined) return `${indent}${/^\d/u.test(mark) ? mark : '-'} ${escaped(rest)}`;
  return `${escaped(line.trim())}${isLast ? '' : '\\'}`;
}

/** Signs of Markdown as plain characters; addresses become links whole. */
function escaped(line: string): string {
  return cutAtAddresses(line)
    .map((part, index) =>
      index % 2 === 1
        ? addressAsMarkdown(part)
        : part.replaceAll(
            /[\\`*_[\]<>~|$=^{]|!$|^[#+-](?=[ \t#-]|$)|(?<=^\d{1,9})[.)](?=\s|$)|&(?=[a-z#]\w{1,30};)|^:(?=[ \t:])/giu,
            String.raw`\$&`,
          ),
    )
    .join('');
}
