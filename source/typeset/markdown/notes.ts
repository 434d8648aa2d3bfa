/** A footnote as it was written: its label, and its text without the indent. */
export type NoteSource = Readonly<{label: string; source: string}>;

const START = /^\[\^([^\]\s]{1,200})\]:/;

export function noteFrom(source: string): NoteSource {
  const start = START.exec(source);
  return {
    label: keyOf(start?.[1] ?? ''),
    source: source
      .slice(start?.[0].length ?? 0)
      .trimStart()
      .replaceAll(/\n(?: {1,4}|\t)/g, '\n'),
  };
}

/** `[^label]`, but not where it is defined, or `^[text]`. */
const REFERENCE =
  /(?:(?<!^)\[\^([^\]\s]{1,200})\]|(?<=^)\[\^([^\]\s]{1,200})\](?!:))|\^\[([^\]\n]{1,999})\]/gm;

export type Note = Readonly<{number: number; source: string; isReferred: boolean}>;

/** Footnotes in the order in which the text refers to them, those that stand inline (`^[…]`) among them. */
export type Footnotes = Readonly<{notes: readonly Note[]; numberOf(label: string): number | undefined}>;

export function footnotes(defined: readonly NoteSource[], text: string): Footnotes {
  const numbers = new Map<string, number>();
  const notes: Note[] = [];
  const add = (key: string, source: string, isReferred: boolean): void => {
    if (numbers.has(key)) return;
    notes.push({number: notes.length + 1, source, isReferred});
    numbers.set(key, notes.length);
  };
  const known = new Map(defined.toReversed().map(({label, source}) => [label, source]));
  if (defined.length > 0 || text.includes('^[')) {
    for (const {1: inText, 2: atEdge, 3: inline} of text.matchAll(REFERENCE)) {
      const key = keyOf(inText ?? atEdge ?? inline ?? '');
      const source = inline ?? known.get(key);
      if (source !== undefined) add(key, source, true);
    }
  }
  for (const {label, source} of defined) add(label, source, false);
  return {notes, numberOf: label => numbers.get(keyOf(label))};
}

function keyOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
