import type fuzzysort from 'fuzzysort';
import type {View} from '../../domain/query/view.ts';
import {collectKeys} from '../listing/collect-keys.ts';
import type {Database} from '../file/database.ts';
import {fold} from './fold.ts';
import {labelsAtHand} from '../listing/query-cache.ts';
import type {Scope} from '../listing/scope.ts';

let ranker: typeof fuzzysort | undefined;

/** Loads what ranks; returns true the first time. The first frame does without it. */
export async function loadRanker(): Promise<boolean> {
  if (ranker) return false;
  ({default: ranker} = await import('fuzzysort'));
  return true;
}

/** As many labels as are ranked well within a frame; of more the newest. */
const RANKED = 4000;
const SHOWN = 200;
/** fuzzysort's scores: 1 is exact, 0.5 good, 0 none. */
const LEAST_SCORE = 0.1;
/** Fewer letters are in everything. */
const LEAST_LETTERS = 3;

/**
 * For a filter that no title and no name holds as it was typed: those that have its letters in their order
 * ("pstg" for Postgres), best first; the newest first until what ranks them is loaded.
 */
export function alike(database: Database, view: View, scope: Scope): readonly number[] {
  const wanted = fold(view.filter ?? '').trim();
  if (wanted.length < LEAST_LETTERS) return [];
  const keys = collectKeys(database, view, scope, 'letters').slice(-RANKED);
  const labels =
    labelsAtHand(database)?.texts(keys).toReversed() ??
    database.all<{key: number; text: string}>(
      'SELECT key, text FROM label WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key DESC',
      JSON.stringify(keys),
    );
  if (!ranker) return labels.slice(0, SHOWN).map(({key}) => key);
  const found = ranker.go(wanted, labels, {key: 'text', threshold: LEAST_SCORE, limit: SHOWN});
  return found.map(({obj}) => obj.key);
}
