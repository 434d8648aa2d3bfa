/**
 * A block that blank lines don't end: what ends it, and what begins it anew where it is cut because it is too
 * long.
 */
export type Opened = Readonly<{isEnd: (line: string) => boolean; again: string}>;

/** The block that a line begins, if it goes on over blank lines. */
export function openedBy(line: string): Opened | undefined {
  const sign = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (sign !== undefined) return {isEnd: next => isFenceEnd(next, sign), again: line};
  if (/^<details[\s>]/i.test(line)) return details(line);
  const [opening, end] = HTML.find(([one]) => one.test(line)) ?? [];
  if (!opening || !end || end.test(line.replace(/^<!--/, ''))) return undefined;
  const [start = ''] = opening.exec(line) ?? [];
  return {
    isEnd: next => end.test(next),
    again: /^<[a-z]/i.test(start) ? `<${start.slice(1).replace(/[\s>]$/, '')}>` : start,
  };
}

/** `<details>` goes on up to where as many are closed as were opened. */
function details(line: string): Opened | undefined {
  let depth = 0;
  const isEnd = (next: string): boolean => {
    depth += (next.match(/<details[\s>]/gi)?.length ?? 0) - (next.match(/<\/details>/gi)?.length ?? 0);
    return depth <= 0;
  };
  return isEnd(line) ? undefined : {isEnd, again: '<details>'};
}

/** At most three spaces, then nothing but the sign, at least as often as in the opening. */
function isFenceEnd(line: string, sign: string): boolean {
  const bare = line.trim();
  return bare.length >= sign.length && line.indexOf(bare) < 4 && bare === sign.charAt(0).repeat(bare.length);
}

/** Blocks of HTML that only their own end ends, as CommonMark numbers them 1 to 5. */
const HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

/**
 * No author indents further; a line of a megabyte of spaces is looked at again and again while it is cut in
 * parts.
 */
export const DEEPEST = 1000;

/**
 * The indent of a line, tabs counted to their stops, and if it is blank. Looks at a thousand
 * characters at most: a line that goes on after them is not blank.
 */
export function startOf(text: string, from: number, to: number): {indent: number; isBlank: boolean} {
  let indent = 0;
  const last = Math.min(to, from + DEEPEST);
  for (let index = from; index < last; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x20) indent++;
    else if (unit === 0x09) indent += 4 - (indent % 4);
    else return {indent, isBlank: false};
  }
  return {indent, isBlank: last === to};
}

/** A longer head is not repeated. */
const LONGEST = 4000;

/**
 * The first two lines of a table, where the line [from, to) is the second: the rule below the names of the
 * columns.
 */
export function headOfTable(text: string, from: number, to: number): string | undefined {
  if (from < 2 || to - from > LONGEST || !RULE.test(text.slice(from, Math.min(to, from + 1))))
    return undefined;
  const rule = text.slice(from, to);
  if (!RULE.test(rule) || !rule.includes('-') || !rule.includes('|')) return undefined;
  const start = text.lastIndexOf('\n', from - 2) + 1;
  const names = text.slice(start, from - 1);
  return names.includes('|') && names.length < LONGEST ? `${names}\n${rule}\n` : undefined;
}

const RULE = /^[ \t|:-]*$/;
