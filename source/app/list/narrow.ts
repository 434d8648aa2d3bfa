import {loadList, reloadList, selectedRow} from './list.ts';
import {searched} from './search.ts';
import type {ListScreen, PublicationsScreen, Search, State} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** The list follows what is typed; what can't be understood changes nothing but what is said about it. */
export function narrow(state: State, screen: ListScreen, text: string): Step {
  if (text === '') return giveUp(state, screen);
  const {from, known} = screen.search ?? {from: placeIn(screen), known: screen.window.rows};
  const search: Search = {text, from, known};
  const found = searched(screen.base, text);
  if (!found.ok) return step(withScreen(state, {...screen, search: {...search, fault: found.fault}}));
  const {preview: _, isHeld: __, ...bare} = screen;
  const narrowed: ListScreen = {...bare, view: found.view, search, selected: 0, top: 0};
  return step(withScreen(state, narrowed), loadList(state, narrowed), {kind: 'prepare-filter'});
}

/** The search is given up while it is typed: the list stands where it stood before. */
export function giveUp(state: State, screen: ListScreen): Step {
  const {search, preview: _, isHeld: __, ...bare} = screen;
  if (!search) return step(state);
  const {selectedId, ...place} = search.from;
  const whole: ListScreen = {...bare, ...place, view: screen.base};
  const {selectedId: ___, ...reload} = reloadList(state, whole);
  return step(withScreen(state, whole), {...reload, ...(selectedId !== undefined && {selectedId})});
}

/** A search that has been used is taken away: the article that it found stays selected. */
export function widen(state: State, screen: ListScreen): Step {
  const {search: _, isHeld: __, ...bare} = screen;
  const whole: ListScreen = {...bare, view: screen.base};
  return step(withScreen(state, whole), reloadList(state, whole));
}

/** The shelves whose titles hold the letters. */
export function narrowShelves(state: State, screen: PublicationsScreen, text: string): Step {
  const {search: _, ...bare} = screen;
  return step(withScreen(state, {...bare, ...(text !== '' && {search: text}), selected: 0, top: 0}));
}

function placeIn(screen: ListScreen): Search['from'] {
  const id = selectedRow(screen)?.id;
  return {selected: screen.selected, top: screen.top, ...(id !== undefined && {selectedId: id})};
}
