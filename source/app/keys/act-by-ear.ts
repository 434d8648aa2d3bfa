import type {Act} from './keymap.ts';
import {notify} from '../core/notices.ts';
import type {State} from '../core/state.ts';
import type {Step} from '../core/step.ts';

/** Acts about what is seen: by ear they change nothing, and say so. */
const SEEN: Readonly<Partial<Record<Act, string>>> = {
  'code-wrap': 'Lines of code are always said whole.',
  'code-right': 'Lines of code are always said whole.',
  'code-left': 'Lines of code are always said whole.',
  pictures: 'Pictures are not shown by ear; the text says what they show.',
  picture: 'Pictures are not shown by ear; the text says what they show.',
  zen: 'By ear there is nothing but the text.',
  'side-by-side': 'By ear list and article are never side by side.',
};

/** `undefined`: the act means the same by ear. */
export function actByEar(state: State, act: Act): Step | undefined {
  const text = state.overlay ? undefined : SEEN[act];
  return text === undefined ? undefined : notify(state, text);
}
