import {keyLabel} from '../app/help.ts';
import type {Act, Mode} from '../app/keymap.ts';
import {entryOf} from '../app/keymap.ts';
import {layoutOf} from '../app/layout.ts';
import {isOnCard} from '../app/list.ts';
import {canBeConfirmed} from '../app/signups.ts';
import {modeOf} from '../app/mode.ts';
import type {State} from '../app/state.ts';
import {screenOf} from '../app/state.ts';
import {segment, widthOf} from './line.ts';
import type {Line, Segment} from './line.ts';
import {offersAdding} from './masthead-lines.ts';

const HINTS: Readonly<Partial<Record<Mode, readonly Act[]>>> = {
  list: ['open', 'find', 'toggle-star', 'subscribe', 'publications', 'help'],
  article: ['contents', 'find', 'toggle-star', 'subscribe', 'help'],
  publications: ['open', 'add', 'remove', 'hide', 'mute', 'folder', 'help'],
  help: ['find', 'back'],
  contents: ['open', 'back'],
  links: ['open', 'browser', 'copy-url', 'back'],
  topics: ['open', 'back'],
  signups: ['open', 'confirmed', 'remove', 'back'],
  notices: ['back'],
  settings: ['open', 'back'],
};

/** Words that say it better here than the keymap's own. */
const WORDS: Readonly<Partial<Record<Mode, Readonly<Partial<Record<Act, string>>>>>> = {
  settings: {open: 'changes it', back: 'done'},
  signups: {open: 'send', remove: 'forget'},
  links: {browser: 'browser', 'copy-url': 'copy'},
  help: {find: 'search'},
};

/** As many hints as there is room for, the most useful first; the way out and help keep their place. */
export function hints(state: State, room: number): Line {
  const mode = modeOf(state);
  if (state.overlay?.kind === 'help' && state.overlay.isTyping)
    return trimmed([...pair('Enter', 'keeps it'), ...pair('Esc', 'clears it')]);
  const acts = possible(state, firstHints(state, HINTS[mode] ?? []));
  const last = acts.at(-1);
  const kept = last ? hint(state, mode, last) : [];
  let left = room + 2 - widthOf(kept);
  const shown: Segment[] = [];
  for (const act of acts.slice(0, -1)) {
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

/** Where the journal greets, the way to a blog of one's own stands first, unless the masthead shows it. */
function firstHints(state: State, acts: readonly Act[]): readonly Act[] {
  const screen = screenOf(state);
  const isFirst = state.isFirstRun && !state.overlay && screen.key === state.trail[0].key;
  if (!isFirst || screen.kind !== 'list') return acts;
  return !offersAdding(state, screen, layoutOf(state)) ? ['add', ...acts] : acts;
}

/** Where there is nothing to act on, what acts on it is not shown. */
function possible(state: State, acts: readonly Act[]): readonly Act[] {
  const {overlay} = state;
  if (overlay?.kind === 'signups') {
    const signup = overlay.signups[overlay.selected];
    return signup ? acts.filter(act => act !== 'confirmed' || canBeConfirmed(signup)) : acts.slice(-1);
  }
  if (overlay) return acts;
  const screen = screenOf(state);
  if (screen.kind !== 'list') return acts;
  if (screen.window.total === 0)
    return acts.filter(act => act !== 'open' && act !== 'toggle-star' && act !== 'subscribe');
  return isOnCard(screen) ? acts.filter(act => act !== 'toggle-star' && act !== 'subscribe') : acts;
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
    (act === 'back' ? 'closes' : (entry.hint ?? entry.title.toLowerCase()));
  return pair(keyLabel(key), word);
}

/** What a key comes to on the very row that is selected. */
function wordHere(state: State, act: Act): string | undefined {
  const {overlay} = state;
  const screen = screenOf(state);
  if (overlay?.kind === 'signups') {
    const stands = overlay.signups[overlay.selected]?.state;
    if (act === 'open' && stands !== 'waiting') return 'more';
    return act === 'confirmed' && stands === 'confirmed' ? 'not confirmed' : undefined;
  }
  const isCard = !overlay && screen.kind === 'list' && isOnCard(screen);
  return isCard && act === 'open' ? 'subscribe' : undefined;
}

function pair(key: string, word: string): Segment[] {
  return [segment(key, 'accent'), segment(` ${word}  `, 'quiet')];
}
