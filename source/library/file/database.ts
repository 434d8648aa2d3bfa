import {READING_PATIENCE} from './sqlite.ts';
import type {Handle, SQLFunction, Statement, Value} from './sqlite.ts';
import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';
import {isBusy, toSqliteProblem} from './sqlite-problem.ts';
import {PATIENCE, patiently} from './patience.ts';

/** Statements are compiled once each and kept; a library uses some dozens, query views some more. */
const KEPT_STATEMENTS = 200;

/** The value of `PRAGMA synchronous`. */
const FULL = 2;

export type WriteOptions = Readonly<{
  /** The beginning of an error's message: "“Mara's post” was not starred". */
  trying?: string;
  /**
   * false: a power cut may take it back (it can be fetched or done again); a crash of the program never does.
   */
  isDurable?: boolean;
  /**
   * Part of reading: goes on in memory where the file can't be written. Everything else fails there, so that
   * nothing is confirmed that is not stored. As `isDurable` says if absent.
   */
  isReading?: boolean;
}>;

/** SQLite would store such a number as a whole one, which can't be read again. */
function isTooLarge(value: Value): boolean {
  return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

const TOO_LARGE = new ProblemError({
  kind: 'malformed',
  message: 'A number in it is larger than any that can be stored.',
});

/**
 * A connection with its compiled statements and its transactions. Synchronous throughout. Values stand for
 * question marks in their order; numbered ones (`?1`) are not for Node 22, which takes them for names.
 */
export class Database {
  readonly now: () => number;
  /** Milliseconds that a change waits for other processes. */
  patience = PATIENCE;
  /** Why nothing is stored: this is a copy in memory of a file that can't be written. */
  refusal: Problem | undefined;
  #handle: Handle;
  readonly #statements = new Map<string, Statement>();
  readonly #lasts = new Map<string, {order: number; work: () => void}>();
  readonly #named = new Map<string, unknown[]>();
  readonly #functions = new Set<string>();
  #isInTransaction = false;
  /** Commits wait for the disk; not where a file is being made that nobody uses yet. */
  readonly #isDurable: boolean;

  constructor(handle: Handle, now: () => number) {
    this.#handle = handle;
    this.#isDurable = this.count('PRAGMA synchronous') === FULL;
    this.now = now;
  }

  /** false: nothing in it outlives the run. */
  get isFile(): boolean {
    return this.#handle.location() !== null;
  }

  /** Is there any row? */
  has(sql: string, ...values: Value[]): boolean {
    return this.#statement(sql).get(...values) !== undefined;
  }

  all<Row>(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  iterate<Row>(sql: string, ...values: Value[]): Iterable<Row> {
    return this.#statement(sql).iterate(...values) as Iterable<Row>;
  }

  /** Runs a statement; returns how many rows it changed. */
  run(sql: string, ...values: Value[]): number {
    if (values.some(isTooLarge)) throw TOO_LARGE;
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** The first column of the first row, as a number; 0 when there is none. */
  count(sql: string, ...values: Value[]): number {
    const row = this.#statement(sql).get(...values);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }

  /** Gives statements a function of their own: of the same values it says the same. */
  define(name: string, work: SQLFunction): void {
    if (this.#functions.has(name)) return;
    this.#handle.function(name, {deterministic: true, varargs: true}, work);
    this.#functions.add(name);
  }

  /** Statements without values, several at once. */
  script(sql: string): void {
    this.#handle.exec(sql);
  }

  /** Several reads that see one and the same state. */
  read<Result>(work: () => Result): Result {
    return this.#isInTransaction ? work() : this.#transact(() => this.script('BEGIN'), work);
  }

  /** All or nothing. The lock is taken at the start, so that no work is done twice for a busy neighbour. */
  write<Result>(
    work: () => Result,
    {
      trying = 'The library could not be changed',
      isDurable = true,
      isReading = !isDurable,
    }: WriteOptions = {},
  ): Result {
    if (this.#isInTransaction) return work();
    if (this.refusal && !isReading) throw refused(trying, this.refusal);
    const isLater = !isDurable && this.#isDurable;
    if (isLater) this.script('PRAGMA synchronous = NORMAL');
    try {
      return this.#transact(
        () => this.#beginWriting(),
        () => {
          const result = work();
          this.run('UPDATE state SET change = change + 1');
          this.#doLasts();
          return result;
        },
      );
    } catch (error) {
      throw toSqliteProblem(error, trying);
    } finally {
      this.#lasts.clear();
      this.#named.clear();
      if (isLater) this.script('PRAGMA synchronous = FULL');
    }
  }

  /**
   * Something to do at the end of the transaction, in the order of its numbers; of two of one name the later.
   */
  beforeCommit(name: string, order: number, work: () => void): void {
    this.#lasts.set(name, {order, work});
  }

  /** Something to do at the very end of the transaction, with everything that was named for it. */
  atCommit<Item>(name: string, item: Item, work: (items: readonly Item[]) => void): void {
    const known = this.#named.get(name) as Item[] | undefined;
    if (known) return void known.push(item);
    const items = [item];
    this.#named.set(name, items);
    this.beforeCommit(name, Infinity, () => work(items));
  }

  /** Writes, and takes it all back: what would become of it is known without anything being changed. */
  rehearse<Result>(work: () => Result): Result {
    this.script('BEGIN');
    this.#isInTransaction = true;
    try {
      return work();
    } finally {
      this.#isInTransaction = false;
      if (this.#handle.isTransaction) this.script('ROLLBACK');
    }
  }

  /** Does nothing where it is closed already. */
  close(): void {
    this.#statements.clear();
    if (this.#handle.isOpen) this.#handle.close();
  }

  /** Goes on with what another connection has opened; that one is not to be used any more. */
  adopt(other: Database): void {
    this.close();
    this.#functions.clear();
    this.#isInTransaction = false;
    this.#handle = other.#handle;
  }

  #doLasts(): void {
    const lasts = [...this.#lasts.values()].sort((a, b) => a.order - b.order);
    for (const {work} of lasts) work();
  }

  #beginWriting(): void {
    this.script('PRAGMA busy_timeout = 0');
    try {
      patiently(() => this.script('BEGIN IMMEDIATE'), isBusy, this.patience);
    } finally {
      this.script(`PRAGMA busy_timeout = ${READING_PATIENCE}`);
    }
  }

  #transact<Result>(begin: () => void, work: () => Result): Result {
    begin();
    this.#isInTransaction = true;
    try {
      const result = work();
      this.script('COMMIT');
      return result;
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (this.#handle.isTransaction) this.script('ROLLBACK');
      throw error;
    } finally {
      this.#isInTransaction = false;
    }
  }

  #statement(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#handle.prepare(sql);
    if (this.#statements.size >= KEPT_STATEMENTS) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }
}

function refused(trying: string, {kind, message, advice}: Problem): ProblemError {
  return new ProblemError({kind, message: `${trying}: ${message}`, ...(advice !== undefined && {advice})});
}
