import {decodeReferences} from '../../domain/article/references.ts';

/**
 * The words of the paragraphs of a Markdown text as a reader sees them, for an opening of a few lines.
 * Headings, rules, tables, code and definitions are no sentences and are left out; brackets, stars and signs
 * that mark nothing stay. Paragraphs that begin after `most` characters of it are not read.
 */
export function wordsOfParagraphs(markdown: string, most: number): string {
  const labels = new Set(Array.from(markdown.matchAll(DEFINITION), ([, label = '']) => keyOf(label)));
  let all = '';
  for (const paragraph of paragraphsOf(markdown)) {
    const words = wordsOf(paragraph, labels);
    if (words.trim() !== '') all += all === '' ? words : `\n${words}`;
    if (all.length >= most) break;
  }
  return all;
}

const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S.*$/gmu;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/u;
const RULE = /^[ \t>]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const DELIMITERS = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
/** The marks in front of a line: quotation, list, task. */
const LEAD = /^[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*(?:>[ \t]?)*/u;

function paragraphsOf(markdown: string): readonly string[] {
  const lines = markdown.split('\n');
  const paragraphs: string[][] = [[]];
  let fence: string | undefined;
  let isTable = false;
  const end = () => paragraphs.push([]);
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    const next = lines[index + 1] ?? '';
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) {
      fence = mark;
      end();
    } else if (line.trim() === '') {
      isTable = false;
      end();
    } else if (
      isTable ||
      /^ {0,3}#{1,6}(?:[ \t]|$)/u.test(line) ||
      (/^(?: {4}|\t)/u.test(line) && paragraphs.at(-1)?.length === 0)
    ) {
      end();
    } else if (line.includes('|') && next.includes('-') && DELIMITERS.test(next) && next.includes('|')) {
      isTable = true;
      end();
    } else if (/^ {0,3}(?:=+|-+)[ \t]*$/u.test(line) && (paragraphs.at(-1)?.length ?? 0) > 0) {
      paragraphs.pop();
      end();
    } else if (
      RULE.test(line) ||
      /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S/u.test(line) ||
      /^[ \t]*>[ \t]*\[![A-Za-z]+\]/u.test(line) ||
      /^ {0,3}:{3,}/u.test(line)
    ) {
      end();
    } else {
      if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(line)) end();
      paragraphs.at(-1)?.push(line.replace(LEAD, ''));
    }
  }
  return paragraphs.map(paragraph => paragraph.join('\n'));
}

/** A character for private use stands where nothing may take a sign for a mark. */
const FIRST = 0xe0_00;

function wordsOf(paragraph: string, labels: ReadonlySet<string>): string {
  const hidden = paragraph
    .replaceAll(/[\ue000-\ue0ff]/gu, '')
    .replaceAll(/(?<![`\\])(`+)(?!`)([^]{1,1000}?)(?<!`)\1(?!`)/gu, (_, __, code: string) =>
      covered(code.trim()),
    )
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, (_, sign: string) => covered(sign))
    .replaceAll(/\\\n/gu, '\n')
    .replaceAll(/<((?:https?|mailto):[^\s<>]{1,2000})>/gu, (_, address: string) => covered(address))
    .replaceAll(/(?<=^|\s)(?:https?:\/\/|www\.)[^\s<>]{1,2000}/gu, covered)
    .replaceAll(/<!--[^]{0,5000}?(?:-->|$)/gu, '')
    .replaceAll(/<(?:\/?[a-z][\w-]*(?:\s[^<>]{0,1000})?\/?)>/giu, tag =>
      /^<\/?(?:p|br|div|li|td|h\d)\b/iu.test(tag) ? ' ' : '',
    );
  const linked = withoutLinks(withoutLinks(hidden, labels), labels);
  return decodeReferences(shown(withoutEmphasis(linked)));
}

/** Links and pictures leave their words; brackets without a target are brackets. */
function withoutLinks(text: string, labels: ReadonlySet<string>): string {
  if (!text.includes('[')) return text;
  return text
    .replaceAll(
      /(!?)\[((?:[^[\]]|\[[^[\]]{0,300}\]){0,1000})\]\(\s*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,1000})?)(?:\s+(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\)))?\s*\)/gu,
      (_, __, words: string) => words,
    )
    .replaceAll(/\[\^[^\]\s]{1,100}\]/gu, note => (labels.has(keyOf(note.slice(1, -1))) ? '' : note))
    .replaceAll(/!?\[([^[\]]{1,500})\]\[([^[\]]{0,200})\]/gu, (whole, words: string, label: string) =>
      labels.has(keyOf(label || words)) ? words : whole,
    )
    .replaceAll(/!?\[([^[\]]{1,200})\](?![[(])/gu, (whole, words: string) =>
      labels.has(keyOf(words)) ? words : whole,
    );
}

const EMPHASIS = [
  /(\*{1,3})(?=[^\s*_~])([^]{0,1500}?[^\s])\1/gu,
  /(?<![\p{L}\p{N}])(_{1,3})(?=[^\s*_~])([^]{0,1500}?[^\s])\1(?![\p{L}\p{N}])/gu,
  /(~~?)(?=[^\s*_~])([^]{0,1500}?[^\s])\1/gu,
];

/** Stars and lines that stand at words on both sides; those with a blank beside them are signs. */
function withoutEmphasis(text: string): string {
  let result = text;
  for (const pair of EMPHASIS)
    for (let depth = 0; depth < 2; depth++) result = result.replaceAll(pair, (_, __, words: string) => words);
  return result;
}

function covered(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/gu, sign => String.fromCharCode(FIRST + sign.charCodeAt(0)));
}

function shown(text: string): string {
  return text.replaceAll(/[\ue000-\ue0ff]/gu, sign => {
    const original = String.fromCharCode(sign.charCodeAt(0) - FIRST);
    return original === '&' ? '&amp;' : original;
  });
}

function keyOf(label: string): string {
  return label.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
