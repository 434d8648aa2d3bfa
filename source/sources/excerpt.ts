import type {Body} from '../domain/article.ts';
import {plainText} from '../domain/plain-text.ts';
import {printableLine} from '../domain/printable.ts';
import type {RawText} from './formats/format.ts';
import {lineOf} from './line.ts';
import {withoutSignature} from './signature.ts';

/** Room for two sentences. */
const LENGTH = 300;
const HEAD = 6000;
/** Characters of its words; a text that ends before is seen to its signature. */
const WORDS = 2000;

/** Characters of a given excerpt that are read first. */
const FIRST = 1200;
/** A line that is longer ends in no signature that would show within an excerpt. */
const FAR = 850;

/** A line cut between words and marked as cut. */
export function shortened(line: string, length = LENGTH): string {
  if (line.length <= length) return line;
  const start = line.slice(0, length);
  const gap = start.lastIndexOf(' ');
  const cut = gap > length / 2 ? start.slice(0, gap) : start.replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/[\s\p{Pd},;:(“‘]+$/u, '')}…`;
}

/**
 * The excerpt that a source gives, as one line. Many give the whole text, of which no more is read than it takes to know
 * that its end is far away.
 */
export function excerptOf(raw: RawText | undefined): string | undefined {
  if (raw?.format === 'html' && raw.content.length > FIRST) {
    const head = lineOf({...raw, content: raw.content.slice(0, FIRST)});
    if (head !== undefined && head.length > FAR) return shortened(head);
  }
  const line = lineOf(raw);
  return line === undefined ? undefined : shortened(withoutSignature(line));
}

/** The first words of a body, where its publisher wrote no excerpt. */
export function openingOf(body: Pick<Body, 'content' | 'format'>): string | undefined {
  const head = body.content.length > HEAD ? body.content.slice(0, HEAD) : body.content;
  const {prose} = plainText({...body, content: withoutHeading(head)});
  const line = withoutSignature(printableLine(prose.slice(0, WORDS)));
  return line === '' ? undefined : shortened(line);
}

/** A heading before the first paragraph says what the title says. */
function withoutHeading(text: string): string {
  return text.replace(/^\s*(?:<h([1-6])\b[^>]*>[^<]{0,300}<\/h\1\s*>|#{1,6} [^\n]{0,300}\n)/iu, '');
}
