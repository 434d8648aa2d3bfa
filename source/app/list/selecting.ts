import {ask} from '../prompt/ask.ts';
import type {Act} from '../keys/keymap.ts';
import {keyOf} from '../overlays/help.ts';
import {notify} from '../core/notices.ts';
import type {ListScreen, State} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {select} from './list.ts';
import {selectedRange, withoutSelection} from './selection.ts';

/** Pages that are opened without asking first. */
const MANY = 10;

/** Begins a selection of several articles, or gives it up; with a count it has so many rows at once. */
export function toggleSelecting(state: State, screen: ListScreen, count: number | undefined): Step {
  if (screen.anchor !== undefined) return step(withoutSelection(state, screen));
  if (screen.selected >= screen.window.total) return notify(state, 'There is no article here.');
  const begun: ListScreen = {...screen, anchor: screen.selected};
  const [after, effects] = select(
    withScreen(state, begun),
    begun,
    Math.min(screen.selected + (count ?? 1) - 1, screen.window.total - 1),
  );
  const [said, more] = notify(
    after,
    `Selecting from here: mark, star, tag, save or open several at once. ${keyOf(state, 'select')} ends it.`,
  );
  return step(said, ...effects, ...more);
}

/** The acts that are about all selected articles; `undefined`: not one of these, or nothing is selected. */
export function actOnSelection(state: State, screen: ListScreen, act: Act): Step | undefined {
  const range = selectedRange(screen);
  if (!range) return undefined;
  if (act === 'back') return step(withoutSelection(state, screen));
  if (act === 'tag') {
    const [asking, effects] = ask(state, 'tag');
    return step(asking, ...effects, {kind: 'load-tags'});
  }
  const what = ACTS[act];
  if (what === undefined) return undefined;
  const effect = {kind: 'on-range', view: screen.view, ...range, what: {kind: what}} as const;
  if (what === 'open' && range.count > MANY)
    return step({
      ...state,
      overlay: {kind: 'confirm', question: `Open ${range.count} pages in the browser?`, yes: effect},
    });
  return step(withoutSelection(state, screen), effect);
}

const ACTS: Readonly<Partial<Record<Act, 'read' | 'star' | 'open' | 'save'>>> = {
  'toggle-read': 'read',
  'toggle-star': 'star',
  browser: 'open',
  'save-page': 'save',
  add: 'save',
};
