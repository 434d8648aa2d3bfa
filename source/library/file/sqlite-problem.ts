import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';

type Told = Readonly<{kind: Problem['kind']; happened: string; advice: string}>;

const DENIED: Told = {
  kind: 'denied',
  happened: 'the library may not be written to',
  advice: 'Make its file and its folder yours and writable.',
};
const FULL: Told = {
  kind: 'full',
  happened: 'the disk is full',
  advice: 'Make some space and do it again; what was there is kept.',
};
const BUSY: Told = {kind: 'busy', happened: 'another Inkwell is writing', advice: 'Do it again in a moment.'};
const DAMAGED: Told = {
  kind: 'damaged',
  happened: 'the library’s file is damaged',
  advice: 'Start Inkwell again: it rescues what can be read.',
};
const FAULTY: Told = {
  kind: 'unexpected',
  happened: 'the disk gave an error',
  advice: 'Check the disk, and whether there is space on it.',
};

/** Primary result codes of SQLite (sqlite.org/rescode.html) that a person can do something about. */
const CODES: Readonly<Record<number, Told>> = {
  3: DENIED,
  5: BUSY,
  6: BUSY,
  8: DENIED,
  10: FAULTY,
  11: DAMAGED,
  13: FULL,
  14: DENIED,
  26: DAMAGED,
};

/** The same of the file system and of the driver, which refuses numbers that we never write. */
const ERRNOS: Readonly<Record<string, Told>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: DENIED,
  ENOTDIR: DENIED,
  EISDIR: DENIED,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EIO: FAULTY,
  ERR_OUT_OF_RANGE: DAMAGED,
};

/** A read that ends too early means that the file was cut. */
const SHORT_READ = 522;

export function isDamage(error: unknown): boolean {
  if (error instanceof ProblemError && error.problem.kind === 'damaged') return true;
  return toldOf(error) === DAMAGED;
}

export function isBusy(error: unknown): boolean {
  return toldOf(error) === BUSY;
}

/** What went wrong with the file, as a Problem; anything else passes unchanged. */
export function toSqliteProblem(error: unknown, trying: string): unknown {
  const told = toldOf(error);
  if (!told) return error;
  const {kind, advice, happened} = told;
  return new ProblemError(
    {kind, message: `${trying.replace(/\.$/u, '')}: ${happened}.`, advice},
    {cause: error},
  );
}

function toldOf(error: unknown): Told | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return error.errcode === SHORT_READ ? DAMAGED : CODES[error.errcode & 0xff];
  }
  return 'code' in error && typeof error.code === 'string' ? ERRNOS[error.code] : undefined;
}
