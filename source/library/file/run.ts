/** One opening of the library. Its number is given with its first act, so that looking costs no write. */
export type Run = {n?: number; rest?: Rest};

/** What is left of an act that is too large for one moment: the first `left` of the keys, of which the last come next. */
export type Rest = Readonly<{
  /** The number of the act. */
  act: number;
  column: 'is_read' | 'is_starred';
  value: 0 | 1;
  keys: readonly number[];
  left: number;
  /** Done with the last part. */
  atEnd?: () => void;
}>;
