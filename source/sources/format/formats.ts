import {binaryKind} from '../text/binary.ts';
import {activity} from './activity.ts';
import {atom} from './atom.ts';
import {devTo} from './dev-to.ts';
import type {Document, Format} from './format.ts';
import {ghost} from './ghost.ts';
import {jsonFeed} from './json-feed.ts';
import {rss} from './rss.ts';
import {wordpress} from './wordpress.ts';

/** In the order in which they are asked: the first that recognises a document reads it. */
export const FORMATS: readonly Format[] = [rss, atom, jsonFeed, ghost, wordpress, devTo, activity];

export function formatOf(document: Document): Format | undefined {
  if (binaryKind(document.text) !== undefined) return undefined;
  return FORMATS.find(format => format.recognises(document));
}
