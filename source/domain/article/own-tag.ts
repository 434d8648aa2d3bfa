import type {ReadingState} from '../query/view.ts';
import type {Article} from './article.ts';

/** Longer names are accidents: a sentence, or a pasted address. */
const LONGEST = 50;

const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*$/u;

/**
 * The name of one of the reader's own tags: one word in lower case, so that `tag:name` needs no quotes.
 * Undefined where the text is not one.
 */
export function ownTag(text: string): string | undefined {
  const name = text.trim().replace(/^#/u, '').normalize('NFC').toLowerCase();
  return name.length <= LONGEST && NAME.test(name) ? name : undefined;
}

export const WANTED_TAG = 'A tag is one word of letters, digits and . _ / -';

/** Names of tags among words, each once, or the first word that is none. */
export function ownTagsIn(words: readonly string[]): Readonly<{names: readonly string[]; wrong?: string}> {
  const wrong = words.find(word => ownTag(word) === undefined);
  return {
    names: [...new Set(words.flatMap(word => ownTag(word) ?? []))],
    ...(wrong !== undefined && {wrong}),
  };
}

/** A change of the own tags of articles. */
export type TagChange = Readonly<{add?: readonly string[]; remove?: readonly string[]}>;

/** The tags of the source and the reader's own, each once. */
export function allTags({
  tags,
  ownTags = [],
}: Pick<Article, 'tags'> & Pick<ReadingState, 'ownTags'>): readonly string[] {
  return [...new Set([...tags, ...ownTags])];
}
