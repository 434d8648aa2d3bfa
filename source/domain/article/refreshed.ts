import type {Problem} from '../problem.ts';
import type {Source} from '../publication/source.ts';

/**
 * The changes that fetching a source once made to the library. With a problem it changed nothing but a note.
 */
export type TakenIn = Readonly<{added: number; changed: number; isUnchanged: boolean; problem?: Problem}>;

export type Refreshed = TakenIn & Readonly<{source: Source; milliseconds: number}>;
