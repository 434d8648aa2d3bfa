import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import type {Reading, State} from '../core/state.ts';

/** So many pictures are at hand at a time: those from the top of the screen on. */
const MOST = 6;

/** True if an article's pictures are to be shown. */
export function areWanted({settings, canShowPictures}: State, {pictures}: Reading): boolean {
  if (!canShowPictures || settings.images === 'never' || settings.themeName === 'monochrome') return false;
  return pictures === 'shown' || (settings.images === 'always' && pictures !== 'hidden');
}

/** The pictures that are on the screen, or the next one down, and have not been asked for yet. */
export function wantedPictures(state: State, reading: Reading): readonly Effect[] {
  const {page, place, id} = reading;
  if (!page || !areWanted(state, reading)) return [];
  const near = page.pictures(place, layoutOf(state).pageRows * 2).slice(0, MOST);
  const wanted = near.filter(({state}) => state === 'absent');
  return wanted.length > 0 ? [{kind: 'load-pictures', id, wanted}] : [];
}
