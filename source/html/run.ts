import type {PhrasingContent} from 'mdast';

/**
 * A run of inline content is a flat list of leaves, each under the marks that lie over it. Marks become a
 * tree only when the run is whole (phrasing.ts), so markup may overlap, repeat and contain blocks as it does
 * on the web.
 */
export type Leaf = Readonly<{marks: readonly Mark[]}> &
  (
    | Readonly<{kind: 'text'; value: string}>
    | Readonly<{kind: 'code'; value: string}>
    | Readonly<{kind: 'break'}>
    | Readonly<{kind: 'node'; node: PhrasingContent}>
  );

export type Mark =
  | Readonly<{kind: 'strong' | 'emphasis' | 'delete'}>
  | Readonly<{kind: 'link'; url: string; title: string | null}>
  /** Has no sign in Markdown, so its tag stays. */
  | Readonly<{kind: 'tag'; name: 'ins' | 'kbd' | 'mark' | 'sub' | 'sup'}>;

export const STRONG: Mark = {kind: 'strong'};
export const EMPHASIS: Mark = {kind: 'emphasis'};
export const DELETE: Mark = {kind: 'delete'};
export const TAGS = {
  ins: {kind: 'tag', name: 'ins'},
  kbd: {kind: 'tag', name: 'kbd'},
  mark: {kind: 'tag', name: 'mark'},
  sub: {kind: 'tag', name: 'sub'},
  sup: {kind: 'tag', name: 'sup'},
} as const satisfies Record<string, Mark>;

/** A mark inside itself says nothing more. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return marks.includes(mark) || (mark.kind === 'link' && marks.some(({kind}) => kind === 'link'))
    ? marks
    : [...marks, mark];
}

/** The paragraphs of a run: two line breaks in a row are how some writers end one. */
export function paragraphsIn(run: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const paragraphs: Leaf[][] = [[]];
  let breaks: Leaf[] = [];
  for (const leaf of run) {
    if (leaf.kind === 'break') breaks.push(leaf);
    else if (breaks.length > 0 && isBlank(leaf)) continue;
    else {
      if (breaks.length > 1) paragraphs.push([]);
      else paragraphs.at(-1)?.push(...breaks);
      breaks = [];
      paragraphs.at(-1)?.push(leaf);
    }
  }
  return paragraphs;
}

function isBlank(leaf: Leaf): boolean {
  return leaf.kind === 'text' && /^[ \t\n\r\f]*$/u.test(leaf.value);
}

/** White space as a browser shows it: one space for any run of it, none at the ends of a line. */
export function collapsed(run: readonly Leaf[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let isAtStart = true;
  for (const leaf of run) {
    if (leaf.kind === 'break') {
      trimEnd(leaves);
      leaves.push(leaf);
      isAtStart = true;
    } else if (leaf.kind === 'text') {
      const value: string = spaced(leaf.value);
      const kept: string = isAtStart && value.startsWith(' ') ? value.slice(1) : value;
      if (kept === '') continue;
      leaves.push(kept === leaf.value ? leaf : {...leaf, value: kept});
      isAtStart = kept.endsWith(' ');
    } else {
      leaves.push(leaf);
      isAtStart = false;
    }
  }
  trimEnd(leaves);
  return withoutOuterBreaks(leaves);
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60]`;
const LINE_END = new RegExp(`(?<=${UNSPACED})[ \\t]*\\n[ \\t]*(?=${UNSPACED})`, 'gu');

/** Line ends between Chinese or Japanese signs, which are not spaces. */
function spaced(value: string): string {
  if (!/[\t\n\r\f]| {2}/u.test(value)) return value;
  return (value.includes('\n') ? value.replaceAll(LINE_END, '') : value).replaceAll(/[ \t\n\r\f]+/gu, ' ');
}

function trimEnd(leaves: Leaf[]): void {
  const last = leaves.at(-1);
  if (last?.kind !== 'text' || !last.value.endsWith(' ')) return;
  leaves.pop();
  const value = last.value.slice(0, -1);
  if (value !== '') leaves.push({...last, value});
}

function withoutOuterBreaks(leaves: readonly Leaf[]): readonly Leaf[] {
  let start = 0;
  let end = leaves.length;
  while (start < end && leaves[start]?.kind === 'break') start++;
  while (end > start && leaves[end - 1]?.kind === 'break') end--;
  return leaves.slice(start, end);
}
