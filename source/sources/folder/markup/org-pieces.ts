/**
 * Cuts a long text of Org into pieces that mean the same one after another: orga takes time by the square of
 * the lines. Headings, and words at the left margin below a blank line, start a piece.
 */
export function piecesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.length * text.length <= WHOLE) return [text];
  const ends = endsIn(lines);
  const pieces: string[][] = [[]];
  let inside = -1;
  let hidden = Infinity;
  for (const [at, line] of lines.entries()) {
    const level = levelOf(line);
    const isOutside = at > inside;
    // orga leaves out such a section as a whole, up to a footnote, which belongs to no section.
    if (level <= hidden) hidden = HIDDEN.test(line) ? level : Infinity;
    else if (isOutside && /^\[fn:[^\]]+\]\s/u.test(line)) hidden = Infinity;
    inside = Math.max(inside, ends.get(at) ?? -1);
    if (hidden < Infinity) continue;
    const isStart = level < Infinity || (lines[at - 1]?.trim() === '' && /^[\p{L}#]/u.test(line));
    if (isStart && isOutside && (pieces.at(-1)?.length ?? 0) >= SHORTEST) pieces.push([]);
    pieces.at(-1)?.push(line);
  }
  return pieces.map(piece => piece.join('\n'));
}

/** True for a piece that had no place to be cut, and takes too long. */
export function isLong(piece: string): boolean {
  return piece.split('\n', LONGEST + 1).length > LONGEST;
}

/** The last line of each block and drawer by its first. A heading ends those that nothing closes. */
function endsIn(lines: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const next = new Map<string, number>();
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (levelOf(line) < Infinity) next.clear();
    const [, side, block] = /^[ \t]*(?:#\+|\\)(begin|end)([_{]\S+)/iu.exec(line) ?? [];
    const [, drawer] = /^[ \t]*:(\w+):[ \t]*$/u.exec(line) ?? [];
    const name = (block ?? drawer ?? '').toLowerCase();
    if (side?.toLowerCase() === 'end' || name === 'end') next.set(block === undefined ? '' : name, at);
    else if (name !== '') {
      const end = next.get(block === undefined ? '' : name);
      if (end !== undefined) ends.set(at, end);
    }
  }
  return ends;
}

/** Of a heading; infinite for other lines. */
function levelOf(line: string): number {
  return /^(\*+)[ \t]/u.exec(line)?.[1]?.length ?? Infinity;
}

const HIDDEN = /[ \t]:(?:[\w@#%-]+:)*noexport:(?:[\w@#%-]+:)*[ \t]*$/u;

/** Lines times characters of a text that orga reads at once. */
const WHOLE = 40_000_000;
const SHORTEST = 40;
const LONGEST = 1500;
