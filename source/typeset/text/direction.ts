import {hasRightToLeft} from '../../domain/text/right-to-left.ts';

/** True for a text from right to left, by its first letter, as Unicode has it for a paragraph. */
export function isRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false;
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && hasRightToLeft(first);
}
