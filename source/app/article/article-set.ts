import type {Page} from '../../domain/page/page.ts';
import type {Action} from '../core/action.ts';
import {lookAhead} from '../list/next-unread.ts';
import {listBelow} from './open-article.ts';
import {selectedRow} from '../list/list.ts';
import {isBefore, keepPlace, scrollTo, settle} from './reading.ts';
import {headEnd} from './spoken-page.ts';
import type {ArticleScreen, Reading, State} from '../core/state.ts';
import {screenOf} from '../core/state.ts';
import {step, withScreen, withScreenAt} from '../core/step.ts';
import type {Step} from '../core/step.ts';

type Set = Extract<Action, {type: 'article-set'}>;

/** A page is ready: the place is the one that is on the screen, else the one that was kept. */
export function articleSet(
  state: State,
  {id, row, page: wrapped, position, isPreview, isAgain, isCompleting = false}: Set,
): Step {
  if (isPreview) return previewSet(state, {id, row, page: wrapped, position, place: wrapped.place(position)});
  const screen = screenOf(state);
  if (screen.kind !== 'article' || screen.id !== id) return step(state);
  const {chosen: _, find, problem: __, isCompleting: ___, ...bare} = screen;
  const codeFrom = screen.page?.codeFrom;
  const page = codeFrom === undefined ? wrapped : wrapped.withCode(codeFrom);
  const kept = screen.page ? screen.position : position;
  const again = find && {find: {...find, spans: page.find(find.text), current: find.current}};
  const shown = {...bare, row, page, ...again, ...(isCompleting && {isCompleting})};
  if (isAgain && screen.page?.measure === page.measure) return setAgain(state, screen, shown, page);
  const isInHead = state.isSpoken && !isBefore(headEnd(page), page.place(kept));
  const set = isInHead ? scrollTo(state, shown, headEnd(page)) : settle(state, shown, kept);
  return step(withScreen(state, set), ...keepPlace(state, set), ...lookAhead(state, set));
}

/** A picture has come: the lines stay where they are, but for a picture at the top, which may have grown. */
function setAgain(state: State, before: ArticleScreen, shown: ArticleScreen, page: Page): Step {
  const isFigure = (before.page?.pictures(before.place, 1).length ?? 0) > 0;
  const index = before.chosen ? (before.page?.links.indexOf(before.chosen) ?? -1) : -1;
  const chosen = page.links[index];
  const kept: ArticleScreen = {...shown, ...(chosen && {chosen})};
  const set = isFigure ? settle(state, kept, before.position) : scrollTo(state, kept, before.place);
  return step(withScreen(state, set), ...keepPlace(state, set), ...lookAhead(state, set));
}

/** The selection may have moved on meanwhile. */
function previewSet(state: State, preview: Reading): Step {
  const list = listBelow(state);
  if (!list || selectedRow(list)?.id !== preview.id) return step(state);
  return step(withScreenAt(state, {...list, preview: scrollTo(state, preview, preview.place)}));
}

export function articleFailed(
  state: State,
  {id, problem, isPreview}: Extract<Action, {type: 'article-failed'}>,
): Step {
  const list = listBelow(state);
  if (isPreview) {
    if (!list || selectedRow(list)?.id !== id) return step(state);
    const preview: Reading = {id, problem, place: {block: 0, line: 0}, position: {block: 0, offset: 0}};
    return step(withScreenAt(state, {...list, preview}));
  }
  const screen = screenOf(state);
  return screen.kind === 'article' && screen.id === id
    ? step(withScreen(state, {...screen, problem}))
    : step(state);
}
