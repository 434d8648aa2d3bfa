/** What a terminal would show: without styles and hyperlinks. */
export function withoutStyles(text: string): string {
  return text.replaceAll(/\u001b\[[\d;]*m|\u001b\]8;[^\u001b]*\u001b\\/g, '');
}

/** The styles that are still open after a text: none, if each that was opened was closed. */
export function openStyles(text: string): readonly string[] {
  const open = new Set<string>();
  for (const {1: codes, 2: url} of text.matchAll(/\u001b\[([\d;]*)m|\u001b\]8;[^;]*;([^\u001b]*)\u001b\\/g)) {
    if (codes === undefined) toggle(open, 'link', url !== '');
    else for (const code of codesOf(codes)) apply(open, code);
  }
  return [...open];
}

const CLOSERS: ReadonlyMap<number, readonly string[]> = new Map([
  [22, ['1', '2']],
  [23, ['3']],
  [24, ['4']],
  [27, ['7']],
  [29, ['9']],
  [39, ['colour']],
  [49, ['background']],
]);

function apply(open: Set<string>, code: number): void {
  const closed = CLOSERS.get(code);
  if (closed) for (const one of closed) open.delete(one);
  else if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) open.add('colour');
  else if ((code >= 40 && code <= 48) || (code >= 100 && code <= 107)) open.add('background');
  else open.add(String(code));
}

/** The codes of one sequence; of a colour in numbers only the first. */
function codesOf(codes: string): number[] {
  const numbers = codes.split(';').map(Number);
  return numbers[0] === 38 || numbers[0] === 48 ? [numbers[0]] : numbers;
}

function toggle(open: Set<string>, name: string, isOpen: boolean): void {
  if (isOpen) open.add(name);
  else open.delete(name);
}

/**
 * Whether styled lines say what plain ones say: line by line, but where signs stand for what is struck out or
 * inserted, by their characters.
 */
export function isSameText(styled: readonly string[], plain: readonly string[]): boolean {
  const bare = styled.map(line => withoutStyles(line).trimEnd());
  return SIGNS.test(plain.join('')) ? solid(bare) === solid(plain) : bare.join('\n') === plain.join('\n');
}

const SIGNS = /~~|\+\+/;

function solid(lines: readonly string[]): string {
  return lines.join('').replaceAll(/\s|~~|\+\+|[↪│─-]/gu, '');
}
