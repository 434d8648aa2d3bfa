import type {Kind} from '../options/kinds.ts';

/** A flag of one command. Flags of settings (options-table.ts) are understood by every command. */
export type Flag = Readonly<{
  name: string;
  short?: string;
  kind: Kind;
  about: string;
  /** An empty text means something: it takes away. */
  mayBeEmpty?: true;
}>;

export type Command = Readonly<{
  /** One sentence, without a full stop. */
  summary: string;
  /** Its words as the usage line shows them. */
  words: string;
  least: number;
  most: number;
  /** Its words may begin with a minus: `-later`. */
  hasSignedWords?: true;
  flags: readonly Flag[];
  /** Settings' flags that matter here and are shown in its help. */
  settings?: readonly string[];
  /** More text for its help. */
  more?: string;
  examples: readonly (readonly [command: string, about: string])[];
}>;

/** Flags that several commands share. */
export const json = {
  name: 'json',
  kind: {type: 'boolean'},
  about: 'Print JSON; "inkwell schema" describes it',
} as const satisfies Flag;
export const query = {
  name: 'query',
  kind: {type: 'text', placeholder: 'QUERY'},
  about: 'Only what matches: words, is:unread, author:, tag:, since:7d …',
} as const satisfies Flag;
export const limit = {
  name: 'limit',
  kind: {type: 'integer', min: 1, max: 10_000_000},
  about: 'At most so many articles',
} as const satisfies Flag;
export const pages = {
  name: 'pages',
  kind: {type: 'integer', min: 1, max: 100},
  about: 'So many pages of each source, for older articles',
} as const satisfies Flag;
export const template = {
  name: 'format',
  kind: {type: 'text', placeholder: 'TEMPLATE'},
  about: "A line for each article: '{title}\\t{url}'",
} as const satisfies Flag;
export const to = {
  name: 'to',
  kind: {type: 'text', placeholder: 'SOURCE'},
  about: 'The publication whose newsletter it is',
} as const satisfies Flag;
