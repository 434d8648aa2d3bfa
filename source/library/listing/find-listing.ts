import type {View} from '../../domain/query/view.ts';
import {collect} from './collected-listing.ts';
import type {Database} from '../file/database.ts';
import {indexedListing} from './indexed-listing.ts';
import type {Listing} from './listing.ts';
import {scopeOf} from './scope.ts';

/** Lists that were collected lately, good for as long as nothing has changed. */
export type Collected = Map<string, {change: number; listing: Listing}>;

const KEPT = 4;

/**
 * Plain lists (everything or one publication; all, unread or starred) are read off an index where they are
 * looked at. Any other is collected once, keys only, and kept while the library stays as it is.
 */
export function findListing(database: Database, view: View, collected: Collected): Listing {
  const scope = scopeOf(database, view);
  const indexed = indexedListing(database, view, scope);
  if (indexed) return indexed;
  const name = JSON.stringify([view.publications, view.query, view.filter, view.order, view.isReversed]);
  const change = database.count('SELECT change FROM state');
  const kept = collected.get(name);
  if (kept?.change === change) return kept.listing;
  const listing = collect(database, view, scope);
  collected.delete(name);
  collected.set(name, {change, listing});
  const [oldest] = collected.keys();
  if (collected.size > KEPT && oldest !== undefined) collected.delete(oldest);
  return listing;
}
