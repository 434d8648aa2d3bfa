import {fieldOf} from './field.ts';
import {ACT_NAMES, entryOf} from './keymap.ts';
import type {Act} from './keymap.ts';
import {listScreen, loadList} from './list.ts';
import type {Overlay, State} from './state.ts';
import {notify, step, withoutOverlay} from './step.ts';
import type {Step} from './step.ts';

type Asking = Extract<Overlay, {kind: 'ask'}>;

/** Acts whose name or title matches what was typed, best first. */
export function commandMatches(text: string): readonly Act[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return ACT_NAMES;
  const starts = ACT_NAMES.filter(act => act.startsWith(wanted));
  const holds = ACT_NAMES.filter(
    act => !act.startsWith(wanted) && `${act} ${entryOf(act).title.toLowerCase()}`.includes(wanted),
  );
  return [...starts, ...holds];
}

/** Tab and the arrows walk the matches of what was typed. */
export function completeCommand({completing, ...asking}: Asking, key: 'tab' | 'down' | 'up'): Asking {
  const typed = completing?.typed ?? asking.field.value;
  const matches = commandMatches(typed);
  if (matches.length === 0) return asking;
  const by = key === 'up' ? -1 : 1;
  const from = completing?.selected ?? (by > 0 ? -1 : 0);
  const selected = (from + by + matches.length) % matches.length;
  return {...asking, completing: {typed, selected}, field: fieldOf(matches[selected] ?? '')};
}

/** An act by its name, with arguments for some: `add URL`, `search words`. */
export function runCommand(state: State, asking: Asking): Step {
  const [word = '', ...rest] = asking.field.value.trim().split(/\s+/u);
  const bare = withoutOverlay(state);
  const words = rest.join(' ');
  if (word === '') return step(bare);
  if (word === 'search' && words) {
    const list = listScreen(bare.nextKey, {query: words, order: 'relevance'}, {heading: `Search: ${words}`});
    const opened: State = {...bare, nextKey: bare.nextKey + 1, trail: [...bare.trail, list]};
    return step(opened, loadList(opened, list));
  }
  if (word === 'add' && words) return step(bare, {kind: 'add-source', location: words});
  const act =
    ACT_NAMES.find(name => name === word) ??
    (commandMatches(word).length === 1 ? commandMatches(word)[0] : undefined);
  return act
    ? step(bare, {kind: 'act', act})
    : notify(bare, `There is no command “${word}”. Press : and Tab to see them all.`, 'warning');
}
