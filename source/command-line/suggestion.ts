/** A word that may come next on a command line, with what it means. */
export type Suggestion = Readonly<{word: string; about: string}>;
