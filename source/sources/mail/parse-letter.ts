import {parseHtml} from '../../html/parse.ts';
import type {Parent} from '../../html/tree.ts';

/** Tags of a letter that is parsed: each may become four elements, and an element takes 400 bytes. */
const MOST_TAGS = 100_000;

/** The tree of a letter; undefined where it would take more time or memory than a letter is worth. */
export function parseLetter(html: string | undefined): Parent | undefined {
  return html === undefined ? undefined : parseHtml(html, MOST_TAGS);
}
