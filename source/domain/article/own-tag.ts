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
