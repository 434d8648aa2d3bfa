import type {Problem} from '../problem.ts';
import type {Source} from '../publication/source.ts';

/**
 * The changes that fetching a source once made to the library. After a problem it is often but a note.
 */
export type TakenIn = Readonly<{added: number; changed: number; isUnchanged: boolean; problem?: Problem}>;

export type Refreshed = TakenIn & Readonly<{source: Source; milliseconds: number}>;
