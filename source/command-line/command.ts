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
  flags: readonly Flag[];
  /** Settings' flags that matter here and are shown in its help. */
  settings?: readonly string[];
  /** What more its help should say. */
  more?: string;
  examples: readonly (readonly [command: string, about: string])[];
}>;
