import wrapAnsi from 'wrap-ansi';
import type {Overlay, State} from '../app/state.ts';
import {segment, widthOf} from './line.ts';
import type {Line} from './line.ts';

const KEYS: Line = [
  segment('y', 'accent', true),
  segment(' yes  ', 'quiet'),
  segment('n', 'accent', true),
  segment(' no', 'quiet'),
];

/** A question with its answers; where one line can't hold both, the answers stand below. */
export function questionLines(
  {columns}: State,
  {question}: Extract<Overlay, {kind: 'confirm'}>,
): readonly Line[] {
  const asked: Line = [segment(` ${question}`, 'warning')];
  if (widthOf(asked) + 2 + widthOf(KEYS) <= columns) return [[...asked, segment('  '), ...KEYS]];
  const wrapped = wrapAnsi(question, Math.max(8, columns - 2), {hard: true}).split('\n');
  return [...wrapped.map(line => [segment(` ${line}`, 'warning')]), [segment(' '), ...KEYS]];
}
