import type {Body} from '../domain/article.ts';
import {plainText} from '../domain/plain-text.ts';
import {printableLine} from '../domain/printable.ts';
import {withoutSignature} from './signature.ts';

/** Room for two sentences. */
const LENGTH = 300;
const HEAD = 6000;
/** Characters of its words; a text that ends before is seen to its signature. */
const WORDS = 2000;

/** A line cut between words and marked as cut. */
export function shortened(line: string, length = LENGTH): string {
  if (line.length <= length) return line;
  const start = line.slice(0, length);
  const gap = start.lastIndexOf(' ');
  const cut = gap > length / 2 ? start.slice(0, gap) : start.replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/[\s\p{Pd},;:(“‘]+$/u, '')}…`;
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
