import type {Document, Format} from './format.ts';

/** In the order in which they are asked: the first that recognises a document reads it. */
export const FORMATS: readonly Format[] = [];

export function formatOf(document: Document): Format | undefined {
  return FORMATS.find(format => format.recognises(document));
}
