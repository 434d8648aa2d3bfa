import {layoutOf} from '../core/layout.ts';
import {notify} from '../core/notices.ts';
import {keepPlace, scrollTo} from './reading.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

/** Cells that long lines of code are moved by. */
const BY = 16;

/** Long lines of code are wrapped, or cut at the edge and moved sideways. */
export function toggleSideways(state: State, screen: ArticleScreen): Step {
  if (!screen.page) return step(state);
  if (screen.page.codes.length === 0) return notify(state, 'This article has no code.');
  return withCode(state, screen, screen.page.codeFrom === undefined ? 0 : undefined);
}

/** Moves the code; where it is wrapped, it is cut first. */
export function moveSideways(state: State, screen: ArticleScreen, by: number): Step {
  const {page, place} = screen;
  if (!page) return step(state);
  if (page.codes.length === 0) return notify(state, 'This article has no code.');
  const from = page.codeFrom;
  if (from === undefined) return withCode(state, screen, 0);
  if (by < 0)
    return from === 0
      ? notify(state, 'The code in view begins here.')
      : withCode(state, screen, Math.max(0, from + by * BY));
  return page.isCodeCut(place, layoutOf(state).pageRows)
    ? withCode(state, screen, from + by * BY)
    : notify(state, 'No code in view goes on to the right.');
}

/** The text at the top of the screen stays there. */
function withCode(state: State, {find, ...screen}: ArticleScreen, from: number | undefined): Step {
  const page = screen.page?.withCode(from);
  if (!page) return step(state);
  const again = find && {find: {...find, spans: page.find(find.text)}};
  const set = scrollTo<ArticleScreen>(state, {...screen, page, ...again}, page.place(screen.position));
  return step(withScreen(state, set), ...keepPlace(state, set));
}
