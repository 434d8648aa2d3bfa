import type {Problem} from '../domain/problem.ts';
import type {Position} from '../domain/page/page.ts';

/** The visible effect of a change that is not written yet. */
export type PendingChange =
  | Readonly<{kind: 'marks'; ids: readonly string[]; isRead?: boolean; isStarred?: boolean}>
  | Readonly<{kind: 'position'; id: string; position: Position; progress: number}>
  | Readonly<{kind: 'text'; id: string; markdown: string; whole?: {words: number; minutes: number}}>
  /** Takes back the act before it. */
  | Readonly<{kind: 'undo'}>
  /** Any other act of the reader: `act` can be undone, `other` can't. */
  | Readonly<{kind: 'act' | 'other'}>;

/** One change of the library. Only `work` is repeated when another process was writing. */
export type Change<Result> = Readonly<{
  work: () => Result;
  /** Called when it is written; nothing is confirmed before. */
  onWritten?: (result: Result) => void;
  /** Shown by the library until then. */
  pending?: PendingChange;
  /** Called when it has to wait, to show `pending`. */
  onWaiting?: () => void;
}>;

/** Changes the library: a command at once, the reader in order between keys. */
export interface Writes {
  /** Writes now, or when no other process is writing. Throws what fails at once. */
  add<Result>(change: Change<Result>): void;
  /** Resolves when the change is written. */
  completed<Result>(work: () => Result, pending?: PendingChange): Promise<Result>;
  /** For what can be made again, such as converted text: a failure is not reported. */
  addQuietly(work: () => void, pending?: PendingChange): void;
}

/** The preferences file. */
export interface Preferences {
  /** The file's values as they are now: another window may have written to it. */
  read(): ReadonlyMap<string, unknown>;
  /** Sets one value; undefined removes it. */
  write(key: string, value: unknown): Promise<void>;
}

/** Messages of a long job while it runs. */
export interface Report {
  /** A sentence for the person. */
  note(sentence: string): void;
  /** More detail, for --verbose. */
  detail(sentence: string): void;
  problem(problem: Pick<Problem, 'message' | 'advice' | 'location'>): void;
  /** One line replaced by the next; undefined clears it. */
  progress(line: string | undefined): void;
}
