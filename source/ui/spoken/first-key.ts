import type {Act} from '../../app/keys/keymap.ts';
import {keyOf} from '../../app/overlays/help.ts';
import type {State} from '../../app/core/state.ts';

/** The key of an act where it begins a sentence: "Question mark", but "j". */
export function firstKey(state: State, act: Act): string {
  const key = keyOf(state, act);
  return /^\S\S/u.test(key) ? key.charAt(0).toUpperCase() + key.slice(1) : key;
}
