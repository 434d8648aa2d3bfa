import {attribute, classesOf, findIn, isNamed, styleOf} from './tree.ts';
import type {Element} from './tree.ts';

const NEVER_SEEN = new Set(
  'area base basefont bgsound col colgroup datalist head frame frameset input keygen link meta noembed noframes optgroup option param script select source style template title track'.split(
    ' ',
  ),
);

/** For screen readers, for print, for programs: none of it is on the page that a reader sees. */
const UNSEEN_CLASS =
  / (?:sr-only|screen-reader-(?:text|only)|visually-?hidden|visuallyhidden|u-hiddenvisually|katex-html|mathjax_preview|mathjax|mjx-chtml|mw-editsection|mso-hide|noprint-visible) /u;

export function isUnseen(element: Element): boolean {
  if (NEVER_SEEN.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== undefined && attribute(element, 'hidden') !== 'until-found')
    return true;
  const style = styleOf(element);
  if (style !== '' && /(?:^|;)(?:display:none|visibility:hidden)(?:!important)?(?:;|$)/u.test(style))
    return true;
  const classes = classesOf(element);
  return classes !== '' && UNSEEN_CLASS.test(classes) && !isRenderedMathAlone(element, classes);
}

/** A formula drawn in boxes is left out for its source beside it; without one the boxes are all there is. */
function isRenderedMathAlone(element: Element, classes: string): boolean {
  if (!/ (?:katex-html|mathjax|mjx-chtml) /u.test(classes)) return false;
  const parent = element.parentNode;
  return !parent || findIn(parent, other => isNamed(other, 'math') || isTexScript(other)) === undefined;
}

export function isTexScript(element: Element): boolean {
  return isNamed(element, 'script') && /^math\/(?:tex|asciimath)/u.test(attribute(element, 'type') ?? '');
}
