/** Something that the reader did and that can be undone. */
export type PastAct = Readonly<{
  number: number;
  /** "Marked 12 articles as read" */
  description: string;
  /** Done since the library was opened. */
  isOfThisRun: boolean;
}>;

/** The act to undo: one by its number, the last of this run alone, or the last of all. */
export type ActChoice = Readonly<{number?: number; isOwn?: true}>;
