import {DELETE, EMPHASIS, STRONG, withMark} from '../run.ts';
import type {Mark} from '../run.ts';
import {styleOf} from '../tree.ts';
import type {Element} from '../tree.ts';

/** Editors that know no elements write their emphasis into styles. */
export function marksOfStyle(element: Element, marks: readonly Mark[]): readonly Mark[] {
  if (element.tagName !== 'span') return marks;
  const style = styleOf(element);
  if (style === '') return marks;
  let result = marks;
  if (/(?:^|;)font-weight:(?:bold|bolder|[6-9]00)/u.test(style)) result = withMark(result, STRONG);
  if (/(?:^|;)font-style:(?:italic|oblique)/u.test(style)) result = withMark(result, EMPHASIS);
  if (/(?:^|;)text-decoration(?:-line)?:line-through/u.test(style)) result = withMark(result, DELETE);
  return result;
}
