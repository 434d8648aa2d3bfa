import type {ArticleRow} from '../../domain/query/view.ts';
import {selectedRow} from './list.ts';
import type {State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';

/** The article that acts are about: the open one, or the selected one. */
export function rowInView(state: State): ArticleRow | undefined {
  const screen = screenOf(state);
  if (screen.kind === 'article') return screen.row;
  return screen.kind === 'list' ? selectedRow(screen) : undefined;
}
