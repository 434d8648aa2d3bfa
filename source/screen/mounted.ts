/** A reader on the terminal, as the rest of the program needs it. */
export type Mounted = Readonly<{
  suspendTerminal: (during: () => Promise<void>) => Promise<void>;
  exit: () => void;
  /** Clears what other programs have left on the screen and draws it anew. */
  redraw: () => void;
  waitUntilExit: () => Promise<unknown>;
}>;
