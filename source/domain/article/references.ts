import {decodeHTMLAttribute} from 'entities';

/**
 * Character references decoded, `depth` times over for what was encoded more than once. As in an attribute, a
 * name without its semicolon before a letter or `=` is no reference: "?a=1&copy=2" keeps its parameter.
 */
export function decodeReferences(text: string, depth = 1): string {
  let decoded = text;
  for (let level = 0; level < depth && decoded.includes('&'); level++) {
    const next = decodeHTMLAttribute(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
