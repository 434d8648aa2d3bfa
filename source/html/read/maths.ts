import {printableText} from '../../domain/text/printable.ts';
import type {Scope} from '../scope.ts';
import {attribute, childElements, classesOf, findIn, isElement, isNamed, isText, textOf} from '../tree.ts';
import type {Element, Node} from '../tree.ts';

/** A formula as TeX: as its author wrote it where the page still says so, else from its MathML. */
export function readMaths(element: Element, {flow, marks}: Scope): void {
  const tex = texOf(element);
  if (tex === '') return;
  if (isDisplayed(element)) flow.block({type: 'math', value: tex});
  else flow.add({kind: 'node', node: {type: 'inlineMath', value: tex}, marks});
}

/** A script that holds TeX, as MathJax reads it. */
export function readTexScript(element: Element, {flow, marks}: Scope): void {
  const value = cleaned(textOf(element));
  if (value === '') return;
  if (/mode\s*=\s*display/u.test(attribute(element, 'type') ?? '')) flow.block({type: 'math', value});
  else flow.add({kind: 'node', node: {type: 'inlineMath', value}, marks});
}

/** The formula that a picture shows, where its alternative text is TeX. */
export function texOfImage(element: Element, alt: string): string | undefined {
  if (alt === '') return undefined;
  const isTex = /^\{\\(?:displaystyle|textstyle) |^\$[^$]+\$$|^\\\(.*\\\)$/su.test(alt);
  const isFormula =
    isTex ||
    / (?:latex|tex|math|mwe-math-\S+|texrender|ee_img) /u.test(classesOf(element)) ||
    /\/(?:latex\.php|cgi-bin\/mathtex|svg\.latex|png\.latex|gif\.latex|math\/render)\b/u.test(
      attribute(element, 'src') ?? '',
    );
  return isFormula ? withoutWrapping(alt) : undefined;
}

function texOf(element: Element): string {
  const annotation = findIn(
    element,
    inner => isNamed(inner, 'annotation') && /tex/iu.test(attribute(inner, 'encoding') ?? ''),
  );
  const written = annotation ? textOf(annotation) : (attribute(element, 'alttext') ?? linear(element));
  return withoutWrapping(cleaned(written));
}

function cleaned(tex: string): string {
  return printableText(tex).replaceAll(/\s+/gu, ' ').trim();
}

/** Less-than before a letter would begin a tag for whoever reads the Markdown; TeX doesn't mind a space. */
function withoutWrapping(tex: string): string {
  const spaced = tex.replaceAll(/<(?=[a-z/!?])/giu, '< ');
  const bare = spaced.replace(/^\$\$?([^]*?)\$?\$$/u, '$1').trim();
  return bare.replace(/^\{\\(?:displaystyle|textstyle) ?([^]*)\}$/u, '$1').trim();
}

function isDisplayed(element: Element): boolean {
  if (attribute(element, 'display') === 'block' || attribute(element, 'mode') === 'display') return true;
  let around = element.parentNode;
  for (let level = 0; level < 4 && isElement(around); level++) {
    if (
      / (?:katex-display|mjx-display|mwe-math-element-block) /u.test(classesOf(around)) ||
      (around.tagName === 'mjx-container' && attribute(around, 'display') === 'true')
    )
      return true;
    around = around.parentNode;
  }
  return false;
}

/** MathML in one line. */
function linear(node: Node): string {
  if (isText(node)) return node.value.trim();
  if (!isElement(node) || node.tagName.startsWith('annotation')) return '';
  const [first, second, third] = childElements(node);
  const part = (inner: Element | undefined) => grouped(inner ? linear(inner) : '');
  switch (node.tagName) {
    case 'mfrac':
      return `\\frac{${bareOf(part(first))}}{${bareOf(part(second))}}`;
    case 'msqrt':
      return `\\sqrt{${node.childNodes.map(linear).join('')}}`;
    case 'msup':
    case 'mover':
      return `${part(first)}^${part(second)}`;
    case 'msub':
    case 'munder':
      return `${part(first)}_${part(second)}`;
    case 'msubsup':
    case 'munderover':
      return `${part(first)}_${part(second)}^${part(third)}`;
    case 'mtr':
      return `${childElements(node).map(linear).join(' & ')} \\\\ `;
    default:
      return node.childNodes.map(linear).join('');
  }
}

function grouped(part: string): string {
  return /^.{2,}$/su.test(part) ? `{${part}}` : part;
}

function bareOf(part: string): string {
  return part.replace(/^\{([^]*)\}$/u, '$1');
}
