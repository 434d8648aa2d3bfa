import {hash} from 'node:crypto';

/**
 * Id of a publication: from its canonical location (absolute path, or normalised URL). 12 characters, a-z2-7.
 */
export function publicationId(canonicalLocation: string): string {
  return shortHash(`publication\0${canonicalLocation}`);
}

/**
 * Id of an article: from its publication and whatever names it there, in this order of trust: guid, link,
 * path, a hash of title and date. The same article keeps its id when its text is edited.
 */
export function articleId(publication: string, key: string): string {
  return shortHash(`article\0${publication}\0${key}`);
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** 60 bits of SHA-256 in base 32: a collision in a million articles has odds of one in two million. */
function shortHash(text: string): string {
  const bytes = hash('sha256', text, 'buffer');
  let id = '';
  for (let index = 0; index < 12; index++) id += ALPHABET[(bytes[index] ?? 0) & 31];
  return id;
}
