import {isBefore, reveal} from './reading.ts';
import type {ArticleScreen, State} from '../core/state.ts';
import {step, withScreen} from '../core/step.ts';
import type {Step} from '../core/step.ts';

const MOST_MATCHES = 2000;

/** Lights every match of what is typed, and shows the first from here on. */
export function findText(state: State, given: ArticleScreen, text: string): Step {
  const screen = wrapped(given);
  const {find: _, ...bare} = screen;
  if (text === '' || !screen.page) return step(withScreen(state, bare));
  const spans = screen.page.find(text, MOST_MATCHES);
  const next = spans.findIndex(span => !isBefore(span.place, screen.place));
  const current = Math.max(0, next);
  const lit: ArticleScreen = {...bare, find: {text, spans, current}};
  const span = spans[current];
  return step(withScreen(state, span ? reveal(state, lit, span.place) : lit));
}

/** A match beyond the right edge of a line of code is brought into view. */
function wrapped(screen: ArticleScreen): ArticleScreen {
  if (screen.page?.codeFrom === undefined) return screen;
  const page = screen.page.withCode(undefined);
  return {...screen, page, place: page.place(screen.position)};
}
