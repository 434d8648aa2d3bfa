/** What is longer is no head that is to be repeated. */
const LONGEST = 4000;

/** The first two lines of a table, where the line [from, to) is the second: the rule below the names of the columns. */
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
