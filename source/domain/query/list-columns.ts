/** Everything that a row of one line may show, by name; its mark always stands before it. */
export const LIST_COLUMNS = [
  'publication',
  'author',
  'title',
  'category',
  'tags',
  'date',
  'age',
  'time',
] as const;

export type ListColumn = (typeof LIST_COLUMNS)[number];

export const DEFAULT_COLUMNS = [
  'publication',
  'author',
  'title',
  'date',
  'time',
] as const satisfies readonly ListColumn[];

/** The names among these words that are columns, each once. */
export function columnsNamed(words: readonly string[]): readonly ListColumn[] {
  return [...new Set(words)].flatMap(word => LIST_COLUMNS.find(name => name === word) ?? []);
}
