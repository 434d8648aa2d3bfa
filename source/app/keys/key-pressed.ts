import {keyInAsk} from '../prompt/ask.ts';
import {editField} from '../prompt/field.ts';
import {keyHere, keyOf} from '../overlays/help.ts';
import {ACT_NAMES, actFor, entryOf} from './keymap.ts';
import type {Act} from './keymap.ts';
import {linkNumbered, openLink} from '../article/links.ts';
import {modeOf} from './mode.ts';
import {notify} from '../core/notices.ts';
import {ownKeyPressed} from './own-keys.ts';
import {PLACES} from './places.ts';
import {SHARED} from './key-presets.ts';
import {orderKeyed} from '../list/sort.ts';
import {isWaitedFor} from '../core/refreshing.ts';
import type {Overlay, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withoutOverlay} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {keyInPrompt} from '../prompt/subscribe.ts';

type RunAct = (state: State, act: Act, count?: number) => Step;

/** A key, by what has the keyboard: a line being typed, a question, or the table of keys. */
export function keyPressed(state: State, key: string, act: RunAct): Step {
  const mode = modeOf(state);
  const {overlay} = state;
  if (overlay?.kind === 'confirm') return keyInConfirm(state, overlay, key, act);
  if (overlay?.kind === 'help' && overlay.isTyping) {
    const global = actFor(state.keymap, 'ask', key);
    return global && isGlobal(global) ? act(state, global) : keyInSearch(state, overlay, key);
  }
  const chosen = overlay?.kind === 'orders' ? orderKeyed(state, key, overlay.isReversed) : undefined;
  if (chosen) return chosen;
  const named = meantHere(state, actFor(state.keymap, mode, key), key);
  if (named === 'browser-link') return act({...state, digits: ''}, named, digitOf(key));
  if (key === 'esc' && isWaitedFor(state) && !overlay) return act(state, 'cancel');
  if (overlay?.kind === 'ask')
    return named && isGlobal(named) ? act(state, named) : keyInAsk(state, overlay, key);
  if (overlay?.kind === 'subscribe')
    return named && isGlobal(named) ? act(state, named) : keyInPrompt(state, overlay, key);
  if (/^\d$/.test(key) && (key !== '0' || state.digits !== '')) return digitPressed(state, key);
  if (state.digits !== '') return keyAfterDigits(state, named, act);
  const own = overlay ? undefined : ownKeyPressed(state, key, act);
  if (own) return own;
  if (!named) return notify(state, meaningElsewhere(state, key));
  const next = act(state, named);
  return named === 'back' && next[0].isLeaving && !LEAVES.test(key)
    ? notify(state, `This is the first list. ${leavingKey(state)} quits.`)
    : next;
}

/** A key that is shared goes to the next match while something is searched for. */
function meantHere(state: State, named: Act | undefined, key: string): Act | undefined {
  const [match] = SHARED.find(([, unread]) => unread === named) ?? [];
  const screen = screenOf(state);
  const isSearched = screen.kind === 'article' ? screen.find : screen.kind === 'list' && screen.search;
  return match && isSearched && state.keymap[match].includes(key) ? match : named;
}

/** "alt+3" and "3" name the third link, "0" the tenth. */
function digitOf(key: string): number {
  return Number(key.slice(-1)) || 10;
}

/** On the first list a key that leads back elsewhere does not end the program; one that says quit does. */
const LEAVES = /^(?:q|Q|ctrl\+.)$/;

function leavingKey(state: State): string {
  const key = state.keymap.back.find(one => LEAVES.test(one));
  return key === undefined ? keyOf(state, 'quit') : keyHere(state, key);
}

/** A key that does nothing here says so, and where it would do something. */
function meaningElsewhere(state: State, key: string): string {
  const named = ACT_NAMES.find(act => state.keymap[act].includes(key));
  if (!named) return `${keyHere(state, key)} does nothing. ${keyOf(state, 'help')} shows the keys.`;
  const {title, modes} = entryOf(named);
  const place = PLACES[modes[0] ?? 'list'];
  return state.isSpoken
    ? `${title}: ${keyHere(state, key)} works ${place}.`
    : `${keyHere(state, key)} (${title}) works ${place}.`;
}

function isGlobal(act: Act): boolean {
  return act === 'quit' || act === 'suspend' || act === 'redraw';
}

const LONGEST_COUNT = 5;

/**
 * Digits begin a count; in an article they also name a link, which opens when no movement follows for a
 * moment.
 */
function digitPressed(state: State, digit: string): Step {
  const digits = (state.digits + digit).slice(0, LONGEST_COUNT);
  const typed = {...state, digits};
  return linkNumbered(typed) ? step(typed, {kind: 'wait-for-digits', digits}) : step(typed);
}

function keyAfterDigits(state: State, named: Act | undefined, act: RunAct): Step {
  const count = Number(state.digits);
  const ready = {...state, digits: ''};
  if (!named || named === 'back') return step(ready);
  return act(ready, named, count);
}

/** No further key came: the link was meant, not a count. */
export function digitsWaited(state: State, digits: string): Step {
  const link = state.digits === digits ? linkNumbered(state) : undefined;
  return link ? openLink({...state, digits: ''}, link) : step(state);
}

function keyInConfirm(
  state: State,
  {yes, over}: Extract<Overlay, {kind: 'confirm'}>,
  key: string,
  act: RunAct,
): Step {
  const bare: State = over ? {...state, overlay: over} : withoutOverlay(state);
  const named = actFor(state.keymap, 'confirm', key);
  if (named && isGlobal(named)) return act(state, named);
  if (key === 'y' || key === 'Y' || key === 'enter') return step(bare, yes);
  return key === 'n' || key === 'N' || key === 'esc' || key === 'q' ? step(bare) : step(state);
}

function keyInSearch(state: State, help: Extract<Overlay, {kind: 'help'}>, key: string): Step {
  if (key === 'enter') return step({...state, overlay: {...help, isTyping: false}});
  if (key === 'esc')
    return step({...state, overlay: {...help, isTyping: false, field: {value: '', caret: 0}, top: 0}});
  const field = editField(help.field, key);
  return field ? step({...state, overlay: {...help, field, top: 0}}) : step(state);
}
