import type {Body} from '../../domain/article/article.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import {printableLine} from '../../domain/text/printable.ts';
import type {RawText} from '../format/format.ts';
import {lineOf} from './line.ts';
import {wordsOfParagraphs} from './markdown-words.ts';
import {withoutSignature} from './signature.ts';

/** Room for two sentences. */
const LENGTH = 300;
const HEAD = 6000;
/** Characters of its words; a text that ends before is seen to its signature. */
const WORDS = 2000;

/** Characters of prose from which on no signature at its end would show within an excerpt. */
const LONG = 2000;
/** Of that, those that are read: more than an excerpt, for white space between tags. */
const FIRST = 600;

/** Asked of the last character before all are gone through. */
const ENDS_OPEN = /[\s\p{Pd},;:(“‘]/u;

/** A line cut between words and marked as cut. */
export function shortened(line: string, length = LENGTH): string {
  if (line.length <= length) return line;
  const start = line.slice(0, length);
  const gap = start.lastIndexOf(' ');
  const cut = gap > length / 2 ? start.slice(0, gap) : start.replace(/[\ud800-\udbff]$/u, '');
  return `${ENDS_OPEN.test(cut.slice(-1)) ? cut.replace(/[\s\p{Pd},;:(“‘]+$/u, '') : cut}…`;
}

/**
 * The excerpt that a source gives, as one line. Many give the whole text: of one whose prose is long no more
 * is read than shows. `body`: what the article's body came to be, and its prose.
 */
export function excerptOf(
  raw: RawText | undefined,
  body: Readonly<{content: string; prose: string}>,
): string | undefined {
  if (raw?.format === 'html' && raw.content === body.content && body.prose.length > LONG) {
    const head = printableLine(body.prose.slice(0, FIRST));
    if (head.length > LENGTH) return shortened(head);
  }
  const line = lineOf(raw);
  return line === undefined || isOnlyALink(line) ? undefined : shortened(withoutSignature(line));
}

/** Aggregators give the way to what others say of a page, and no word of the page. */
function isOnlyALink(line: string): boolean {
  return /^\[?comments\]?$/iu.test(line);
}

/**
 * The first words of a body, where its publisher wrote no excerpt: of its paragraphs, else of all that it
 * has.
 */
export function openingOf(body: Pick<Body, 'content' | 'format'>): string | undefined {
  const head = body.content.length > HEAD ? body.content.slice(0, HEAD) : body.content;
  return lineFrom(sentencesIn(head, body.format)) ?? lineFrom(plainText({...body, content: head}).prose);
}

function lineFrom(prose: string): string | undefined {
  const line = withoutSignature(printableLine(prose.slice(0, WORDS)));
  return line === '' || isOnlyALink(line) ? undefined : shortened(line);
}

/** A heading is no sentence: it would run into the next one. */
function sentencesIn(head: string, format: Body['format']): string {
  if (format === 'markdown') return wordsOfParagraphs(head, WORDS);
  if (format === 'text') return head.replace(/^\s*\S[^\n]{0,300}\n[ \t]*(?:={3,}|-{3,})[ \t]*\n/u, '');
  const bare = /<h[1-6]/iu.test(head)
    ? head.replaceAll(/<h([1-6])\b[^<>]*>[^]{0,1000}?<\/h\1\s*>/giu, ' ')
    : head;
  return plainText({content: bare, format}).prose;
}
