import type {Body} from '../../domain/article/article.ts';
import {plainText} from '../../domain/text/plain-text.ts';
import type {Landmark} from './landmark.ts';

/**
 * Words from which on readability's choice is trusted where the landmark is larger: it knows what to leave
 * out.
 */
const LONG = 150;

/**
 * The text of the page: what readability found, held against what the page itself marks as its article. A
 * short article between long cards, menus and comments is not what readability finds; of a long one it leaves
 * out what does not belong.
 */
export function contentOf(
  found: Readonly<{content?: string | null | undefined}> | undefined,
  landmark: Landmark | undefined,
): string {
  const content = found?.content?.trim() ?? '';
  if (!landmark) return content;
  const marked = wordsOf(landmark.html);
  if (marked.length === 0)
    return /<(?:img|picture|video|iframe|audio)\b/iu.test(landmark.html) && content === ''
      ? landmark.html
      : content;
  const words = wordsOf(content);
  const common = commonWords(words, marked);
  const isInside = common >= words.length * 0.8;
  const isMost = common >= marked.length * 0.6;
  if (words.length > 0 && isInside && (isMost || words.length >= LONG)) return content;
  // A long text of which half is in the landmark goes on beside it.
  if (words.length >= LONG && common >= words.length / 2 && common >= marked.length * 0.8) return content;
  const isAuthors = landmark.hasHeading || landmark.isContent || marked.length >= words.length * 0.3;
  return isAuthors ? landmark.html : content;
}

const wordsOf = (html: string) => listOfWords({format: 'html', content: html});

/** The words of a text in small letters. */
export function listOfWords(body: Body): readonly string[] {
  return (
    plainText(body)
      .prose.toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The number of some words that stand among others, each as often as there. */
export function commonWords(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of some) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common++;
  }
  return common;
}
