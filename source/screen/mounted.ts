/** What the rest of the program needs of a reader that is on the terminal. */
export type Mounted = Readonly<{
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  exit: () => void;
  /** Clears what other programs have left on the screen and draws it anew. */
  redraw: () => void;
  waitUntilExit: () => Promise<unknown>;
}>;
