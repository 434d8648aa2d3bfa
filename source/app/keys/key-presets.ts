import {ACT_NAMES, DEFAULT_KEYMAP, entryOf} from './keymap.ts';
import type {Act, Keymap} from './keymap.ts';

type Changes = Readonly<Partial<Record<Act, readonly string[]>>>;

/**
 * Keys under which hands trained on other programs find what they expect; what is not named keeps its keys.
 */
const PRESETS: Readonly<Record<string, Changes>> = {
  inkwell: {},
  vim: {
    search: ['alt+/'],
    'page-down': ['ctrl+f', 'space', 'pagedown'],
    'page-up': ['ctrl+b', 'pageup'],
    'half-down': ['ctrl+d'],
    'half-up': ['ctrl+u'],
    'next-heading': [']', '}'],
    'previous-heading': ['[', '{'],
  },
  less: {
    search: ['alt+/'],
    'mark-above-read': ['alt+<'],
    'mark-below-read': ['alt+>'],
    down: ['j', 'down', 'e', 'ctrl+n'],
    up: ['k', 'up', 'ctrl+p'],
    'page-down': ['space', 'f', 'pagedown', 'ctrl+f', 'ctrl+v'],
    'page-up': ['b', 'pageup', 'ctrl+b'],
    'half-down': ['d', 'ctrl+d'],
    'half-up': ['u', 'ctrl+u'],
    top: ['g', '<', 'home'],
    bottom: ['G', '>', 'end'],
    forward: ['alt+right'],
    arrange: ['alt+e'],
  },
  newsboat: {
    open: ['enter', 'right'],
    'page-down': ['pagedown', 'space'],
    top: ['home'],
    bottom: ['end'],
    'half-up': ['alt+k'],
    'half-down': ['alt+j'],
    'next-unread': ['n'],
    'previous-unread': ['p'],
    'random-unread': ['ctrl+k'],
    'next-publication': ['ctrl+n'],
    'previous-publication': ['ctrl+p'],
    forward: ['alt+right'],
    'next-match': ['}'],
    'previous-match': ['{'],
    'unread-only': ['l'],
    sort: ['g'],
    'sort-reversed': ['G'],
    search: ['/'],
    find: ['F'],
    folder: ['alt+f'],
    'toggle-read': ['N'],
    publications: ['P'],
    save: ['s'],
    'toggle-star': ['*'],
    tag: ['T', 'ctrl+e'],
    links: ['u'],
    enclosure: ['e'],
    'browser-link': ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
    'refresh-all': ['R'],
    rename: ['ctrl+r'],
  },
};

/**
 * A preset with the reader's own keys over it. Unknown acts and clashes are named; a clash keeps the key's
 * old act.
 */
export function keymapFrom(
  preset: string,
  bindings: Readonly<Record<string, readonly string[]>>,
): {keymap: Keymap; faults: readonly string[]} {
  const keymap: Record<Act, readonly string[]> = {...DEFAULT_KEYMAP, ...PRESETS[preset]};
  const faults: string[] = [];
  for (const [name, keys] of Object.entries(bindings)) {
    const act = ACT_NAMES.find(one => one === name);
    if (!act)
      faults.push(`keys.bindings names “${name}”, which is no action. Press : and Tab to see them all.`);
    else keymap[act] = keys.map(normalKey);
  }
  for (const {key, first, second} of clashes(keymap))
    faults.push(`The key ${key} means both ${first} and ${second}; it does ${first}.`);
  return {keymap, faults};
}

/** Pairs that may have the same key: it goes to the match while something is searched for. */
export const SHARED = [
  ['next-match', 'next-unread'],
  ['previous-match', 'previous-unread'],
] as const satisfies readonly (readonly [Act, Act])[];

export type Clash = Readonly<{key: string; first: Act; second: Act}>;

/** Keys that would mean two things in one mode. */
export function clashes(keymap: Keymap): readonly Clash[] {
  return ACT_NAMES.flatMap((first, index) =>
    ACT_NAMES.slice(index + 1).flatMap(second => {
      const isTogether = entryOf(first).modes.some(mode => entryOf(second).modes.includes(mode));
      const isShared = SHARED.some(pair => pair.every(act => act === first || act === second));
      const key =
        isTogether && !isShared ? keymap[first].find(one => keymap[second].includes(one)) : undefined;
      return key === undefined ? [] : [{key, first, second}];
    }),
  );
}

/** "Ctrl-R" and "C-r" are "ctrl+r"; a single letter keeps its case. */
export function normalKey(key: string): string {
  const chord = /^(?:ctrl|c|\^)[-+]?(.)$/i.exec(key);
  if (chord && key.length > 1) return `ctrl+${chord[1]?.toLowerCase() ?? ''}`;
  return key.length === 1 ? key : key.toLowerCase();
}
