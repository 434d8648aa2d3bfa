import {countShelves} from '../publications/act-publications.ts';
import type {Effect} from './effect.ts';
import {layoutOf} from './layout.ts';
import {reloadList, selectedRow} from '../list/list.ts';
import {notify} from './notices.ts';
import type {State} from './state.ts';
import {screenOf} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';
import {left, steppedBack, steppedForward} from './trail.ts';

/** One screen back; at the root the reader is left. */
export function goBack(state: State): Step {
  const below = left(state);
  return below ? step(below, ...renewed(below)) : leave(state);
}

export function leave(state: State): Step {
  return step({...state, isLeaving: true}, {kind: 'quit'});
}

/** Through everything that was opened, as in a browser. */
export function travel(state: State, to: 'backward' | 'forward'): Step {
  const there = to === 'backward' ? steppedBack(state) : steppedForward(state);
  if (there) return step(there, ...renewed(there));
  return notify(state, to === 'backward' ? 'This is where you began.' : 'There is nothing further on.');
}

/** A screen that comes back may have been changed by what was done above it. */
function renewed(state: State): readonly Effect[] {
  const screen = screenOf(state);
  switch (screen.kind) {
    case 'list': {
      const id = selectedRow(screen)?.id;
      const unfinished: Effect = {kind: 'find-unfinished', ...(state.scope && {publications: state.scope})};
      if (screen.isHeld && id !== undefined) return [{kind: 'load-rows', ids: [id]}, unfinished];
      return [reloadList(state, screen), unfinished];
    }
    case 'article': {
      const {measure} = layoutOf(state);
      return screen.page?.measure === measure
        ? []
        : [{kind: 'load-article', id: screen.id, measure, isPreview: false}];
    }
    default: {
      return [{kind: 'load-publications'}, {kind: 'load-accounts'}, countShelves(state)];
    }
  }
}
