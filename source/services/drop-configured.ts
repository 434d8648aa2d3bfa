import type {Library} from '../ports/ports.ts';
import {locationOf, type SourceEntry} from '../options/source-entries.ts';
import {readPreferences} from '../options/preferences-file.ts';
import type {Places} from '../options/places.ts';
import {followable} from './followable.ts';

/**
 * A library whose `unfollow` also takes the source out of the preferences, where it would be followed again from at
 * the next start. `settled` waits until the file is written.
 */
export function droppingConfigured(
  library: Library,
  places: Pick<Places, 'config' | 'preferences'>,
): {library: Library; settled: () => Promise<void>} {
  let writing = Promise.resolve();
  const unfollow = (publicationId: string): void => {
    const location = library.source(publicationId)?.location;
    library.unfollow(publicationId);
    if (location !== undefined) writing = writing.then(() => dropConfigured(location, places));
  };
  return {library: {...library, unfollow}, settled: () => writing};
}

/** The file as it is now counts: another window may have written to it. */
async function dropConfigured(
  location: string,
  places: Pick<Places, 'config' | 'preferences'>,
): Promise<void> {
  const entries = (readPreferences(places.preferences).values.get('sources') ?? []) as readonly SourceEntry[];
  const kept = entries.filter(entry => followable(locationOf(entry)) !== location);
  if (kept.length === entries.length) return;
  const {writePreference} = await import('../options/write-preferences.ts');
  writePreference(places, 'sources', kept);
}
