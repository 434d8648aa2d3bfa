import {statSync} from 'node:fs';
import {basename} from 'node:path';
import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';
import type {Database} from './database.ts';
import {openSound} from './open-file.ts';
import type {Surroundings} from './open-file.ts';
import {storeReplaced} from './replaced-file.ts';
import type {Kept} from './replaced-file.ts';
import {HEADER, looksLikeOurs} from '../recovery/examine.ts';
import {rescue, setAside} from '../recovery/rescue.ts';
import {isDamage, toSqliteProblem} from './sqlite-problem.ts';
import {removeJournal, writeAnew} from './replaced-file.ts';

/** Milliseconds after which a file that could not be written anew is tried again. */
const PAUSE = 5000;

/**
 * Reopens the library when its file has been replaced: another process may have rescued it and set aside the
 * one that is open here, or put another in its place. A file that was deleted is written again from the open
 * connection. Damage that shows in the middle of work is rescued then, and the work done again.
 */
export class LibraryFile {
  readonly #database: Database;
  readonly #path: string;
  readonly #surroundings: Surroundings;
  #identity: string | undefined;
  /** Bytes of the file, which never shrinks by our own doing. */
  #size = 0;
  /** Whose journal lies beside it. */
  #journal: string | undefined;
  #triedAt = -Infinity;
  /** Another file in its place, which is no library that could be used. */
  #refused = 'none';

  constructor(database: Database, path: string, surroundings: Surroundings) {
    this.#database = database;
    this.#path = path;
    this.#surroundings = surroundings;
    this.#remember();
  }

  /** Does a piece of work whole; it may be begun twice. */
  do<Result>(work: () => Result): Result {
    this.#look();
    try {
      return work();
    } catch (error) {
      if (!isDamage(error) || this.#identity === undefined) throw error;
      this.#heal();
      return work();
    }
  }

  /** The last moment in which what has no file any more can be given one. */
  end(): void {
    this.#triedAt = -Infinity;
    this.#look();
    if (this.#refused !== 'none') this.#storeReplaced();
  }

  #look(): void {
    const {identity, size} = stateOf(this.#path);
    if (identity === this.#identity && size < this.#size) this.#heal();
    else if (identity === this.#identity) this.#size = size;
    if (identity === 'hidden' || identity === this.#identity || identity === this.#refused) return;
    this.#refused = 'none';
    if (identity === undefined) this.#writeAnew();
    else this.#takeOver(identity);
  }

  #writeAnew(): void {
    if (performance.now() - this.#triedAt < PAUSE) return;
    const isFirst = this.#triedAt === -Infinity;
    this.#triedAt = performance.now();
    try {
      writeAnew(this.#database, this.#path);
    } catch (error) {
      if (isFirst) this.#surroundings.onNotice(unwritten(error));
      return;
    }
    this.#reopen();
    this.#triedAt = -Infinity;
    this.#surroundings.onNotice({
      kind: 'gone',
      message: 'The library’s file was deleted; it is written anew, with all that was in it.',
    });
  }

  #takeOver(identity: string): void {
    if (this.#journal !== undefined && stateOf(`${this.#path}-wal`).identity === this.#journal)
      removeJournal(this.#path);
    const kept = this.#storeReplaced();
    try {
      this.#reopen();
      if (kept) this.#surroundings.onNotice({...kept, message: TAKEN});
    } catch (error) {
      const isOurs = stateOf(this.#path).size < HEADER || looksLikeOurs(this.#path);
      if (isDamage(error) && isOurs) return this.#replaceDamaged();
      this.#refused = identity;
      this.#surroundings.onNotice({kind: 'unsupported', message: UNUSABLE, ...kept});
    }
  }

  /** Stores what the file that was open here holds, unless another process has. */
  #storeReplaced(): Kept | undefined {
    return storeReplaced(this.#database, this.#path, this.#identity, this.#surroundings.now());
  }

  /** The open connection is sound, so the damaged file in its place is set aside. */
  #replaceDamaged(): void {
    const aside = setAside(this.#path, this.#surroundings.now());
    writeAnew(this.#database, this.#path);
    this.#reopen();
    this.#surroundings.onNotice({
      kind: 'damaged',
      message:
        'A damaged file had taken the library’s place; the library is written anew, with all that was in it.',
      advice: `The damaged file is kept beside it as ${basename(aside)}.`,
    });
  }

  #heal(): void {
    this.#database.close();
    const told = rescue(this.#path, this.#surroundings.now);
    this.#reopen();
    this.#surroundings.onNotice(told);
  }

  #reopen(): void {
    this.#database.adopt(openSound(this.#path, this.#surroundings.now));
    this.#remember();
  }

  #remember(): void {
    const {identity, size} = stateOf(this.#path);
    this.#identity = identity;
    this.#size = size;
    this.#journal = stateOf(`${this.#path}-wal`).identity;
  }
}

const TAKEN = 'Another file now stands in the library’s place, and what you do goes there.';
const UNUSABLE =
  'Another file now stands in the library’s place and can’t be used; what you do is kept beside it when you leave.';

/** No identity: there is no such file; `hidden`: it can't be known now. */
function stateOf(path: string): {identity: string | undefined; size: number} {
  try {
    const found = statSync(path, {throwIfNoEntry: false});
    return {identity: found && `${found.dev} ${found.ino}`, size: found?.size ?? 0};
  } catch {
    return {identity: 'hidden', size: 0};
  }
}

function unwritten(error: unknown): Problem {
  const trying = 'The library’s file was deleted and could not be written anew';
  const problem = toSqliteProblem(error, trying);
  const advice = 'What you do is kept as long as Inkwell runs; it tries again until then.';
  return problem instanceof ProblemError
    ? {...problem.problem, advice: `${problem.problem.advice ?? ''} ${advice}`.trim()}
    : {kind: 'gone', message: `${trying}.`, advice};
}
