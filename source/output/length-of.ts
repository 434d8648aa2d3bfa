import {plainText} from '../domain/text/plain-text.ts';
import {count, minutesFor, wordsIn, type Speeds} from '../domain/article/reading-time.ts';

/** Words and minutes of a whole text: a teaser's own figures say nothing of it. */
export function lengthOf(markdown: string, speeds: Speeds): {words: number; minutes: number} {
  const counts = count(plainText({format: 'markdown', content: markdown}));
  return {words: wordsIn(counts), minutes: minutesFor(counts, speeds)};
}
