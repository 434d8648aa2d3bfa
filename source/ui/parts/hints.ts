import {keyLabel} from '../../app/overlays/help.ts';
import type {Mode} from '../../app/keys/entry.ts';
import type {Act} from '../../app/keys/keymap.ts';
import {entryOf} from '../../app/keys/keymap.ts';
import {modeOf} from '../../app/keys/mode.ts';
import type {State} from '../../app/core/state.ts';
import {possibleHere, wordHere} from './hints-here.ts';
import {segment, widthOf} from './line.ts';
import type {Line, Segment} from './line.ts';

const HINTS: Readonly<Partial<Record<Mode, readonly Act[]>>> = {
  list: ['open', 'find', 'publications', 'toggle-star', 'subscribe', 'back', 'help'],
  article: ['contents', 'find', 'toggle-star', 'subscribe', 'back', 'help'],
  publications: ['open', 'fold', 'add', 'find', 'remove', 'hide', 'mute', 'folder', 'back', 'help'],
  help: ['find', 'back'],
  contents: ['open', 'back'],
  links: ['open', 'browser', 'copy-url', 'save-page', 'back'],
  topics: ['open', 'back'],
  feeds: ['open', 'back'],
  signups: ['open', 'confirmed', 'remove', 'back'],
  notices: ['back'],
  settings: ['open', 'back'],
  rules: ['open', 'remove', 'move-down', 'move-up', 'back'],
  arranging: ['open', 'remove', 'back'],
  orders: ['open', 'back'],
  history: ['open', 'back'],
};

/** Words that say it better here than the keymap's own. */
const WORDS: Readonly<Partial<Record<Mode, Readonly<Partial<Record<Act, string>>>>>> = {
  settings: {open: 'changes it', back: 'done'},
  feeds: {open: 'add it'},
  arranging: {open: 'changes it', remove: 'usual value', back: 'done'},
  rules: {open: 'show', 'move-down': 'down', 'move-up': 'up'},
  signups: {open: 'send', remove: 'forget'},
  links: {browser: 'browser', 'copy-url': 'copy'},
  publications: {fold: 'fold'},
  help: {find: 'search'},
  orders: {open: 'sorts'},
  history: {open: 'undoes it'},
};

/** As many hints as there is room for, the most useful first; the way out and help keep their place. */
export function hints(state: State, room: number): Line {
  const mode = modeOf(state);
  if (state.overlay?.kind === 'help' && state.overlay.isTyping)
    return trimmed([...pair('Enter', 'keeps it'), ...pair('Esc', 'clears it')]);
  const acts = possibleHere(state, HINTS[mode] ?? []);
  const ways = acts.filter(act => act === 'back' || act === 'help').map(act => hint(state, mode, act));
  // In a narrow window the last of them alone is left.
  const isRoomy = widthOf(ways.flat()) <= room + 2;
  const kept = isRoomy ? ways.flat() : (ways.at(-1) ?? []);
  let left = room + 2 - widthOf(kept);
  const shown: Segment[] = [];
  for (const act of acts) {
    if (act === 'back' || act === 'help') continue;
    const next = hint(state, mode, act);
    if (widthOf(next) > left) continue;
    shown.push(...next);
    left -= widthOf(next);
  }
  return left < 0 ? [] : trimmed([...shown, ...kept]);
}

/** Without the gap that would stand before another hint. */
function trimmed(line: Line): Line {
  const last = line.at(-1);
  return last ? [...line.slice(0, -1), {...last, text: last.text.trimEnd()}] : line;
}

function hint(state: State, mode: Mode, act: Act): Segment[] {
  const {keymap, overlay} = state;
  const entry = entryOf(act);
  const keys = keymap[act];
  // Over a screen Esc says "away with it" to everybody.
  const key = overlay && act === 'back' && keys.includes('esc') ? 'esc' : keys[0];
  if (key === undefined) return [];
  const word =
    wordHere(state, act) ??
    WORDS[mode]?.[act] ??
    (act === 'back' ? wayOut(state) : (entry.hint ?? entry.title.toLowerCase()));
  return pair(keyLabel(key), word);
}

/** Over a screen it is closed, on the first screen the reader is left. */
function wayOut({overlay, trail}: State): string {
  if (overlay) return 'close';
  return trail.length > 1 ? 'back' : 'quit';
}

function pair(key: string, word: string): Segment[] {
  return [segment(key, 'accent'), segment(` ${word}  `, 'quiet')];
}
