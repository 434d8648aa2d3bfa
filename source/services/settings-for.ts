import type {SourceSettings} from '../domain/publication/source.ts';
import {locationOf, settingsOf, type SourceEntry} from '../options/source-entries.ts';
import type {Options} from '../options/options.ts';
import {followable} from './followable.ts';

/** What the preferences, or a publisher's edition, say about a source; it holds also where that is only named. */
export async function settingsFor(
  location: string,
  {edition, sources}: Pick<Options, 'edition' | 'sources'>,
): Promise<SourceSettings> {
  const entries: readonly SourceEntry[] = edition ? [...sources, entryOf(edition)] : sources;
  if (entries.length === 0) return {};
  const where = followable(location);
  const entry = entries.find(candidate => followable(locationOf(candidate)) === where);
  return entry === undefined ? {} : await settingsOf(entry);
}

function entryOf({name, newsletter, source}: NonNullable<Options['edition']>): SourceEntry {
  return {location: source, ...(name !== undefined && {name}), ...(newsletter && {newsletter})};
}
