import {existsSync} from 'node:fs';
import type {Fetched} from '../../domain/publication/source.ts';
import {placeOf} from './place.ts';
import {withSettings} from './with-settings.ts';
import type {Asked, Surroundings} from '../context.ts';

/** Opens a source once, whatever its location names. */
export async function openSource(source: Asked, surroundings: Surroundings): Promise<Fetched> {
  const place = placeOf(source.location, existsSync);
  if (place.kind === 'imap') {
    const {openImap} = await import('../mail/open-imap.ts');
    return withSettings(await openImap(source, surroundings), source.settings);
  }
  const fetched =
    place.kind === 'web'
      ? await (await import('./open-address.ts')).openAddress(source, place.address, surroundings)
      : await (await import('./open-path.ts')).openPath(source, place.path, surroundings);
  return withSettings(fetched, source.settings);
}
