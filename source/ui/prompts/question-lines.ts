import type {Overlay, State} from '../../app/core/state.ts';
import {folded} from '../../domain/text/folded.ts';
import {segment, widthOf} from '../parts/line.ts';
import type {Line} from '../parts/line.ts';

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
  const wrapped = folded(question, columns - 2);
  return [...wrapped.map(line => [segment(` ${line}`, 'warning')]), [segment(' '), ...KEYS]];
}
