/** A footnote as it was written: its label, and its text without the indent. */
export type NoteSource = Readonly<{label: string; source: string}>;

const START = /\[\^([^\]\s]{1,200})\]:/y;

export function noteStart(text: string, from: number): boolean {
  if (text.charCodeAt(from) !== 0x5b || text.charCodeAt(from + 1) !== 0x5e) return false;
  START.lastIndex = from;
  return START.test(text);
}

export function noteFrom(source: string): NoteSource {
  START.lastIndex = 0;
  const start = START.exec(source);
  return {
    label: keyOf(start?.[1] ?? ''),
    source: source
      .slice(start?.[0].length ?? 0)
      .trimStart()
      .replaceAll(/\n(?: {1,4}|\t)/g, '\n'),
  };
}

export type Note = Readonly<{number: number; source: string; isReferred: boolean}>;

/** Footnotes in the order in which the text refers to them, those that stand inline (`^[…]`) among them. */
export type Footnotes = Readonly<{notes: readonly Note[]; numberOf(label: string): number | undefined}>;

export function footnotes(defined: readonly NoteSource[], sources: readonly string[]): Footnotes {
  const numbers = new Map<string, number>();
  const notes: Note[] = [];
  const add = (key: string, source: string, isReferred: boolean): void => {
    if (numbers.has(key)) return;
    notes.push({number: notes.length + 1, source, isReferred});
    numbers.set(key, notes.length);
  };
  const known = new Map(defined.toReversed().map(({label, source}) => [label, source]));
  for (const text of sources) {
    if (!text.includes('[^') && !text.includes('^[')) continue;
    for (const {1: label, 2: inline} of text.matchAll(/\[\^([^\]\s]{1,200})\]|\^\[([^\]\n]{1,999})\]/g)) {
      const source = label === undefined ? inline : known.get(keyOf(label));
      if (source !== undefined) add(keyOf(label ?? inline ?? ''), source, true);
    }
  }
  for (const {label, source} of defined) add(label, source, false);
  return {notes, numberOf: label => numbers.get(keyOf(label))};
}

function keyOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
