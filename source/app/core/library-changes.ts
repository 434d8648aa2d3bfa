import type {ArticleRow} from '../../domain/query/view.ts';
import type {Effect} from './effect.ts';
import {reloadList, selectedRow, withMarks} from '../list/list.ts';
import type {Screen, State} from './state.ts';
import {step} from './step.ts';
import type {Step} from './step.ts';

/** Every list is read again; what stands on the screen stays where it is. */
export function libraryChanged(state: State): Step {
  const shown = state.trail.flatMap(screen => (screen.kind === 'article' ? [screen.id] : heldId(screen)));
  const lists = state.trail.flatMap(screen =>
    screen.kind === 'list' && !screen.isHeld ? [reloadList(state, screen)] : [],
  );
  const {overlay} = state;
  const isAboutSignups = overlay?.kind === 'signups' || overlay?.kind === 'subscribe';
  return step(
    state,
    {kind: 'load-publications'},
    ...lists,
    ...(isAboutSignups ? [{kind: 'load-signups'} as const] : []),
    ...(shown.length > 0 ? [{kind: 'load-rows', ids: shown} as const] : []),
  );
}

/** The marks of some articles are others now. */
export function marked(state: State, rows: readonly ArticleRow[]): Step {
  const lists: Effect[] = state.trail.flatMap(screen =>
    screen.kind === 'list' && !rows.every(({id}) => screen.window.rows.some(row => row.id === id))
      ? [reloadList(state, screen)]
      : [],
  );
  const [first, ...rest] = state.trail;
  const renewed = (screen: Screen): Screen => withRows(screen, rows);
  return step(
    {...state, trail: [renewed(first), ...rest.map(renewed)]},
    {kind: 'load-publications'},
    ...lists,
  );
}

function withRows(screen: Screen, rows: readonly ArticleRow[]): Screen {
  if (screen.kind === 'list') return withMarks(screen, rows);
  if (screen.kind !== 'article') return screen;
  const row = rows.find(({id}) => id === screen.id);
  return row ? {...screen, row} : screen;
}

function heldId(screen: Screen): string[] {
  const id = screen.kind === 'list' && screen.isHeld ? selectedRow(screen)?.id : undefined;
  return id === undefined ? [] : [id];
}
