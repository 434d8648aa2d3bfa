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

/** White space at the ends of a mark stands outside it, or the mark's signs would not be read as such. */
function withBareEnds(leaves: readonly Leaf[]): readonly Leaf[] {
  const pieces = leaves.flatMap(leaf =>
    leaf.kind === 'text' && leaf.marks.length > 0 ? cutSpaces(leaf) : [leaf],
  );
  return pieces.map((piece, index) =>
    piece.kind === 'text' && isSpace(piece.value)
      ? {...piece, marks: shared(pieces[index - 1]?.marks ?? [], pieces[index + 1]?.marks ?? [], piece.marks)}
      : piece,
  );
}

function cutSpaces(leaf: Extract<Leaf, {kind: 'text'}>): readonly Leaf[] {
  const {value} = leaf;
  const start = value.length - value.trimStart().length;
  const end = Math.max(start, value.trimEnd().length);
  const pieces = [value.slice(0, start), value.slice(start, end), value.slice(end)];
  return pieces.filter(piece => piece !== '').map(piece => ({...leaf, value: piece}));
}

function isSpace(value: string): boolean {
  return /^\s+$/u.test(value);
}

function shared(before: readonly Mark[], after: readonly Mark[], own: readonly Mark[]): readonly Mark[] {
  let length = 0;
  while (length < own.length && own[length] === before[length] && own[length] === after[length]) length++;
  return own.slice(0, length);
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
