import {isFields} from '../../front-matter/fields.ts';
import type {Pick} from './pick.ts';

/** Names of a collection, not of a subject. */
const COLLECTIONS = /^(?:posts?|blog|articles?|all|page)$/iu;

/**
 * Category and tags. Jekyll parts several in a text by spaces, others by commas; one category may be of
 * several words.
 */
export function labelsOf(pick: Pick): {category?: string; tags: readonly string[]} {
  const [single] = pick.values('category', 'section', 'topic').flatMap(value => listOf(value, 'whole'));
  const categories = pick
    .values('categories')
    .flatMap(value => listOf(value, 'spaces'))
    .filter(name => !COLLECTIONS.test(name));
  const tags = pick
    .values('tags', 'tag', 'keywords', 'topics', 'labels')
    .flatMap(value => listOf(value, 'spaces'))
    .filter(name => !COLLECTIONS.test(name));
  const category = single ?? categories[0];
  return {...(category !== undefined && {category}), tags: [...categories, ...tags]};
}

function listOf(value: unknown, parting: 'whole' | 'spaces'): readonly string[] {
  if (Array.isArray(value))
    return value
      .flatMap(item => (isFields(item) ? Object.values(item) : [item]))
      .filter(item => typeof item === 'string' && item.trim() !== '')
      .map(item => String(item).trim());
  if (typeof value !== 'string') return [];
  const parts = value.includes(',') ? value.split(',') : parting === 'spaces' ? value.split(/\s+/u) : [value];
  return parts.map(part => part.trim().replace(/^#(?=\w)/u, '')).filter(Boolean);
}
