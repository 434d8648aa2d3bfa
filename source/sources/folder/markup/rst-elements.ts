import type {RstDirective, RstEnumeratedList, RstNode} from 'rst-compiler';
import {decodeReferences} from '../../../domain/article/references.ts';

/** Directives that are remarks. */
export const ADMONITIONS = new Set(
  'attention caution danger error hint important note tip warning seealso todo admonition versionadded versionchanged deprecated'.split(
    ' ',
  ),
);
/** Directives that show nothing by themselves. */
export const SILENT = new Set(
  'contents toctree index meta include raw highlight default-role role title sectnum header footer class target-notes image-align only post tags automodule currentmodule module'.split(
    ' ',
  ),
);

/** Words in a role that needs no more than an element. */
export function inRole(name: string, shown: string): string {
  if (/^(?:strong|emphasis|em|sub|sup|subscript|superscript)$/u.test(name)) {
    const tag = name.startsWith('sub')
      ? 'sub'
      : name.startsWith('sup')
        ? 'sup'
        : name === 'strong'
          ? 'strong'
          : 'em';
    return `<${tag}>${shown}</${tag}>`;
  }
  return /^(?:code|literal|samp|command|file|kbd|option|math|(?:py:|c:|js:)?(?:func|class|meth|mod|attr|data|exc|obj|const))$/u.test(
    name,
  )
    ? `<code>${shown}</code>`
    : name === 'title-reference'
      ? `<em>${shown}</em>`
      : shown;
}

export function startOf(list: RstEnumeratedList): string {
  const first = list.children[0] as unknown as Readonly<{ordinal?: number}> | undefined;
  return typeof first?.ordinal === 'number' && first.ordinal !== 1 ? ` start="${first.ordinal}"` : '';
}

/** Nodes below the first paragraph of a directive. */
export function restOf({children, initContent}: RstDirective): readonly RstNode[] {
  const first = new Set(initContent);
  return children.filter(child => !first.has(child));
}

/** The parser hands some words on with references in them. */
export function escaped(text: string): string {
  return decodeReferences(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
