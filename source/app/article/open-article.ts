import type {ArticleRow} from '../../domain/query/view.ts';
import type {Effect} from '../core/effect.ts';
import {layoutOf} from '../core/layout.ts';
import {START, keepPlace} from './reading.ts';
import type {ArticleScreen, ListScreen, Reading, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step} from '../core/step.ts';
import type {Step} from '../core/step.ts';
import {entered, exchanged} from '../core/trail.ts';

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
  const opened = isReplacing && current.kind === 'article' ? exchanged(base, screen) : entered(base, screen);
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
