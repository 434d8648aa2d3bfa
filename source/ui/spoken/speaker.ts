import type {Act} from '../../app/keys/keymap.ts';
import type {Overlay, Screen, State} from '../../app/core/state.ts';

type Of<Kind extends Screen['kind']> = Extract<Screen, {kind: Kind}>;

/** Events beside the change of the screen. */
export type Happened = Readonly<{
  /** The overlay that has just been closed. */
  closed: Overlay | undefined;
  /** A line that was typed was entered, not given up. */
  isAnswered: boolean;
  /** The act of the key that was pressed, where it was one of the screen's. */
  act: Act | undefined;
}>;

/** The sentences of one kind of screen. A new kind does not compile before it has them. */
export type Speaker<Kind extends Screen['kind']> = Readonly<{
  /** It has just been opened. */
  entered: (state: State, screen: Of<Kind>) => readonly string[];
  /** It was come back to, from a screen above or from something that lay over it. */
  back: (state: State, screen: Of<Kind>) => readonly string[];
  /** Something on it has changed; nothing if that is not worth a word. */
  changed: (state: State, was: Of<Kind>, screen: Of<Kind>, happened: Happened) => readonly string[];
}>;
