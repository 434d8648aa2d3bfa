import type {ArticleRow} from '../domain/view.ts';
import type {Effect} from './effect.ts';
import {layoutOf} from './layout.ts';
import {START, keepPlace} from './reading.ts';
import type {ArticleScreen, ListScreen, Reading, Screen, State} from './state.ts';
import {screenOf} from './state.ts';
import {step, withScreen} from './step.ts';
import type {Step} from './step.ts';

/** Opens an article above what is shown, or in place of the article that is. */
export function openArticle(state: State, id: string, row?: ArticleRow, isReplacing = false): Step {
  const current = screenOf(state);
  const preview = listBelow(state)?.preview;
  const reading: Reading =
    preview?.id === id && preview.page
      ? preview
      : {id, place: START, position: {block: 0, offset: 0}, ...(row && {row})};
  const {measure} = layoutOf(state);
  const screen: ArticleScreen = {...reading, kind: 'article', key: state.nextKey};
  const base: State = {...state, nextKey: state.nextKey + 1};
  const opened =
    isReplacing && current.kind === 'article'
      ? withScreen(base, screen)
      : {...base, trail: [...base.trail, screen] as State['trail']};
  const effects: Effect[] = [];
  if (!reading.page || reading.page.measure !== measure)
    effects.push({kind: 'load-article', id, measure, isPreview: false});
  if (!state.settings.readAtEnd && row?.isRead === false)
    effects.push({kind: 'mark', ids: [id], isRead: true, isQuiet: true});
  else if (reading.page) effects.push(...keepPlace(opened, screen));
  return step(opened, ...effects);
}

/** The list from which the reader came. */
export function listBelow(state: State): ListScreen | undefined {
  return state.trail.findLast((screen): screen is ListScreen => screen.kind === 'list');
}

/** One screen back; at the root the reader is left. */
export function goBack(state: State): Step {
  const [first, ...rest] = state.trail.slice(0, -1);
  if (!first) return step({...state, isLeaving: true}, {kind: 'quit'});
  const left: State = {...state, trail: [first, ...rest]};
  return step(left, ...refreshShown(left, screenOf(left)));
}

/** A screen that comes back may have been changed by what was done above it. */
function refreshShown(state: State, screen: Screen): readonly Effect[] {
  if (screen.kind === 'list') {
    const selectedId = screen.window.rows[screen.selected - screen.window.offset]?.id;
    const count = Math.max(screen.window.rows.length, layoutOf(state).visibleRows * 5);
    const {key, view, selected, top} = screen;
    return [
      {kind: 'reload-list', key, view, selected, top, count, ...(selectedId !== undefined && {selectedId})},
    ];
  }
  if (screen.kind === 'article' && screen.page?.measure !== layoutOf(state).measure) {
    return [{kind: 'load-article', id: screen.id, measure: layoutOf(state).measure, isPreview: false}];
  }
  return [];
}
