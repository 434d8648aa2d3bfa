import {existsSync} from 'node:fs';
import type {Fetched, Source} from '../domain/source.ts';
import type {Surroundings} from './ask.ts';
import {placeOf} from './place.ts';
import {withSettings} from './with-settings.ts';

/** What opening a source needs to know of it. */
export type Asked = Pick<Source, 'location' | 'feedUrl' | 'settings' | 'validators'>;

/** Opens a source once, whatever its location names. */
export async function openSource(source: Asked, surroundings: Surroundings): Promise<Fetched> {
  const place = placeOf(source.location, existsSync);
  const fetched =
    place.kind === 'web'
      ? await (await import('./open-address.ts')).openAddress(source, place.address, surroundings)
      : await (await import('./open-path.ts')).openPath(source, place.path, surroundings);
  return withSettings(fetched, source.settings);
}
