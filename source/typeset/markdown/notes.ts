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

export type Note = Readonly<{number: number; source: string; isReferred: boolean}>;

/** Footnotes, numbered as the text that refers to them is read; what was read keeps its number. */
export class Footnotes {
  readonly #defined: () => readonly NoteSource[];
  #known: ReadonlyMap<string, string> | undefined;
  readonly #numbers = new Map<string, number>();
  readonly #notes: Note[] = [];

  /** The notes of a text are asked for when something refers to one. */
  constructor(defined: () => readonly NoteSource[]) {
    this.#defined = defined;
  }

  get #sources(): ReadonlyMap<string, string> {
    this.#known ??= new Map(
      this.#defined()
        .toReversed()
        .map(({label, source}) => [label, source]),
    );
    return this.#known;
  }

  get notes(): readonly Note[] {
    return this.#notes;
  }

  /** The number of `[^label]`, if there is such a note. */
  numberOf(label: string): number | undefined {
    const key = keyOf(label);
    const source = this.#sources.get(key);
    return source === undefined ? undefined : this.#number(key, source, true);
  }

  /** The number of a note that is written where it belongs: `^[text]`. */
  numberOfInline(text: string): number {
    return this.#number(`^${keyOf(text)}`, text, true);
  }

  /** Adds the notes that nothing refers to, once all is read. */
  addTheRest(): void {
    for (const [key, source] of [...this.#sources].reverse()) this.#number(key, source, false);
  }

  #number(key: string, source: string, isReferred: boolean): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#notes.push({number: this.#notes.length + 1, source, isReferred});
    this.#numbers.set(key, number);
    return number;
  }
}

function keyOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
