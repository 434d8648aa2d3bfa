import type {Kind} from './kinds.ts';

export type Setting = Readonly<{
  /** Its name in the preferences' file; a point stands for a level of nesting. */
  key: string;
  kind: Kind;
  default: boolean | number | string | undefined | readonly string[] | Readonly<Record<string, never>>;
  /** One sentence, without a full stop. */
  about: string;
  /** Its name on the command line, where it has one, without the dashes. */
  flag?: string;
  /** One letter for the same. */
  short?: string;
  /** Holds for one run and is never kept in the preferences. */
  isForOneRun?: true;
}>;
