import {atom} from './atom.ts';
import type {Document, Format} from './format.ts';
import {jsonFeed} from './json-feed.ts';
import {rss} from './rss.ts';

/** In the order in which they are asked: the first that recognises a document reads it. */
export const FORMATS: readonly Format[] = [rss, atom, jsonFeed];

export function formatOf(document: Document): Format | undefined {
  return FORMATS.find(format => format.recognises(document));
}
