import type {Html, PhrasingContent} from 'mdast';
import {collapsed} from './run.ts';
import type {Leaf, Mark} from './run.ts';

/** A run as the inline content of one paragraph, heading or cell; empty where it shows nothing. */
export function phrasingOf(run: readonly Leaf[]): PhrasingContent[] {
  const leaves = collapsed(run);
  const isSeen = leaves.some(
    leaf => leaf.kind !== 'text' || /[^\s\u00a0\u200b\u2060\ufeff]/u.test(leaf.value),
  );
  return isSeen ? nested(joined(withBareEnds(leaves)).flatMap(withBareCode), 0) : [];
}

/**
 * White space and line breaks at the ends of a mark stand outside it, and so does punctuation between it and
 * a word: else the signs would not be read as marks.
 */
function withBareEnds(leaves: readonly Leaf[]): readonly Leaf[] {
  const pieces = leaves.flatMap(cutSpaces);
  const solid = pieces.flatMap((piece, index) =>
    cutPunctuation(piece, pieces[index - 1], pieces[index + 1]).flatMap(cutSpaces),
  );
  return withLooseBlanks(solid);
}

function cutSpaces(leaf: Leaf): readonly Leaf[] {
  if (leaf.kind !== 'text' || leaf.marks.length === 0) return [leaf];
  const {value} = leaf;
  const start = value.length - value.trimStart().length;
  const end = Math.max(start, value.trimEnd().length);
  const pieces = [value.slice(0, start), value.slice(start, end), value.slice(end)];
  return pieces.filter(piece => piece !== '').map(piece => ({...leaf, value: piece}));
}

function cutPunctuation(leaf: Leaf, before: Leaf | undefined, after: Leaf | undefined): readonly Leaf[] {
  if (leaf.kind !== 'text' || leaf.marks.length === 0) return [leaf];
  const {value, marks} = leaf;
  const start =
    isTouched(before, marks) && /[\p{L}\p{N}]$/u.test(valueOf(before))
      ? (/^[\p{P}\p{S}]+/u.exec(value)?.[0].length ?? 0)
      : 0;
  const rest = value.slice(start);
  const isWordAfter = isTouched(after, marks) && /^[\p{L}\p{N}]/u.test(valueOf(after));
  const end =
    value.length - (isWordAfter ? rest.length - rest.replace(/[\p{P}\p{S}]{1,20}$/u, '').length : 0);
  const pieces: readonly Leaf[] = [
    {...leaf, value: value.slice(0, start), marks: shared(before?.marks ?? [], marks)},
    {...leaf, value: value.slice(start, end)},
    {...leaf, value: value.slice(end), marks: shared(after?.marks ?? [], marks)},
  ];
  return pieces.filter(piece => valueOf(piece) !== '');
}

/** True if a neighbour lacks an emphasis that these marks have. */
function isTouched(neighbour: Leaf | undefined, marks: readonly Mark[]): boolean {
  const own = marks.at(-1);
  return (
    own !== undefined &&
    /^(?:strong|emphasis|delete)$/u.test(own.kind) &&
    neighbour !== undefined &&
    !neighbour.marks.includes(own)
  );
}

function valueOf(leaf: Leaf | undefined): string {
  return leaf?.kind === 'text' ? leaf.value : '';
}

/** Blanks have the marks that what stands before and behind them share. */
function withLooseBlanks(pieces: readonly Leaf[]): readonly Leaf[] {
  const following: (readonly Mark[])[] = [];
  for (let index = pieces.length - 1, marks: readonly Mark[] = []; index >= 0; index--) {
    following[index] = marks;
    const piece = pieces[index];
    if (piece && !isBlank(piece)) marks = piece.marks;
  }
  let before: readonly Mark[] = [];
  return pieces.map((piece, index) => {
    if (isBlank(piece)) return {...piece, marks: shared(shared(before, following[index] ?? []), piece.marks)};
    before = piece.marks;
    return piece;
  });
}

function isBlank(leaf: Leaf): boolean {
  return leaf.kind === 'break' || (leaf.kind === 'text' && /^\s+$/u.test(leaf.value));
}

function shared(some: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  let length = 0;
  while (length < some.length && some[length] === others[length]) length++;
  return some.slice(0, length);
}

/** Neighbours of one kind under the same marks are one. */
function joined(leaves: readonly Leaf[]): readonly Leaf[] {
  const result: Leaf[] = [];
  for (const leaf of leaves) {
    const last = result.at(-1);
    const isSame =
      last?.kind === leaf.kind &&
      last.marks.length === leaf.marks.length &&
      last.marks.every((mark, index) => mark === leaf.marks[index]);
    if (isSame && (last.kind === 'text' || last.kind === 'code') && 'value' in leaf)
      result[result.length - 1] = {...last, value: last.value + leaf.value};
    else result.push(leaf);
  }
  return result;
}

/** Spaces at the ends of code are spaces between words. */
function withBareCode(leaf: Leaf): readonly Leaf[] {
  if (leaf.kind !== 'code' || !/^ | $/u.test(leaf.value)) return [leaf];
  const value = leaf.value.trim();
  const space: Leaf = {kind: 'text', value: ' ', marks: leaf.marks};
  if (value === '') return [space];
  return [
    ...(leaf.value.startsWith(' ') ? [space] : []),
    {...leaf, value},
    ...(leaf.value.endsWith(' ') ? [space] : []),
  ];
}

function nested(leaves: readonly Leaf[], depth: number): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  for (let start = 0; start < leaves.length;) {
    const first = leaves[start] as Leaf;
    const mark = first.marks[depth];
    let end = start + 1;
    if (mark === undefined) content.push(bare(first));
    else {
      while (leaves[end]?.marks[depth] === mark) end++;
      content.push(...marked(mark, nested(leaves.slice(start, end), depth + 1)));
    }
    start = end;
  }
  return content;
}

function bare(leaf: Leaf): PhrasingContent {
  if (leaf.kind === 'text') return {type: 'text', value: leaf.value};
  if (leaf.kind === 'code') return {type: 'inlineCode', value: leaf.value};
  return leaf.kind === 'break' ? {type: 'break'} : leaf.node;
}

function marked(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  if (mark.kind === 'tag') return [tag(`<${mark.name}>`), ...children, tag(`</${mark.name}>`)];
  if (mark.kind === 'link') return [{type: 'link', url: mark.url, title: mark.title, children}];
  // A picture or a break alone is not to be emphasised.
  const isText = children.some(({type}) => type !== 'break' && type !== 'image');
  return isText ? [{type: mark.kind, children}] : children;
}

function tag(value: string): Html {
  return {type: 'html', value};
}
