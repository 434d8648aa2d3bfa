import type {Instant} from '../../domain/article/article.ts';

/** Milliseconds since 1970 as a moment. */
export function instant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
