import {statSync} from 'node:fs';
import type {Database} from './database.ts';
import {openSound} from './open-file.ts';
import type {Surroundings} from './open-file.ts';
import {rescue} from './rescue.ts';
import {isDamage} from './sqlite-problem.ts';

/**
 * Sees to it that work is done on the file that now has the library's name: another process may have rescued it and
 * set aside the one that is open here. Where damage shows only in the middle of work, it is rescued then, and the work
 * done again.
 */
export class KeptFile {
  readonly #database: Database;
  readonly #path: string;
  readonly #surroundings: Surroundings;
  #inode: number | undefined;

  constructor(database: Database, path: string, surroundings: Surroundings) {
    this.#database = database;
    this.#path = path;
    this.#surroundings = surroundings;
    this.#inode = inodeOf(path);
  }

  /** Does a piece of work whole; it may be begun twice. */
  do<Result>(work: () => Result): Result {
    const inode = inodeOf(this.#path);
    if (inode !== undefined && inode !== this.#inode) this.#reopen();
    try {
      return work();
    } catch (error) {
      if (!isDamage(error) || this.#inode === undefined) throw error;
      this.#heal();
      return work();
    }
  }

  #heal(): void {
    this.#database.close();
    this.#surroundings.onNotice(rescue(this.#path, this.#surroundings.now));
    this.#reopen();
  }

  #reopen(): void {
    this.#database.adopt(openSound(this.#path, this.#surroundings.now));
    this.#inode = inodeOf(this.#path);
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, {throwIfNoEntry: false})?.ino;
}
