import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import type {Reading, State} from '../core/state.ts';

/** So many pictures are at hand at a time: those from the top of the screen on. */
const MOST = 6;

/** True if an article's pictures are to be shown. */
export function areWanted(state: State, reading: Reading): boolean {
  const {canShowPictures, settings} = state;
  const images = imagesFor(state, reading);
  if (!canShowPictures || images === 'never' || settings.themeName === 'monochrome') return false;
  return reading.pictures === 'shown' || (images === 'always' && reading.pictures !== 'hidden');
}

/** By the publication's own setting, else by the general one. */
export function imagesFor(
  {publications, settings}: Pick<State, 'publications' | 'settings'>,
  {row}: Pick<Reading, 'row'>,
): State['settings']['images'] {
  return publications.find(({id}) => id === row?.publicationId)?.own?.images ?? settings.images;
}

/** The pictures that are on the screen, or the next one down, and have not been asked for yet. */
export function wantedPictures(state: State, reading: Reading): readonly Effect[] {
  const {page, place, id} = reading;
  if (!page || !areWanted(state, reading)) return [];
  const near = page.pictures(place, layoutOf(state).pageRows * 2).slice(0, MOST);
  const wanted = near.filter(({state}) => state === 'absent');
  return wanted.length > 0 ? [{kind: 'load-pictures', id, wanted}] : [];
}
