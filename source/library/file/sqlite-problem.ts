import {ProblemError} from '../../domain/problem.ts';
import type {Problem} from '../../domain/problem.ts';

/** A fault of the file, in words that follow a colon. */
export type FileFault = Readonly<{kind: Problem['kind']; happened: string; advice: string}>;

const DENIED: FileFault = {
  kind: 'denied',
  happened: 'the library cannot be written (read-only, or not yours)',
  advice: 'Make its file and its folder yours and writable.',
};
const NO_FOLDER: FileFault = {
  kind: 'denied',
  happened: 'the library cannot be written (its folder cannot be made)',
  advice: '“inkwell config list” shows where the library lies; make that folder, or free its name.',
};
const FULL: FileFault = {
  kind: 'full',
  happened: 'the disk is full, so the library cannot be written',
  advice: 'Free some space and try again; nothing that was stored is lost.',
};
const BUSY: FileFault = {
  kind: 'busy',
  happened: 'another Inkwell is writing',
  advice: 'Try again in a moment.',
};
const DAMAGED: FileFault = {
  kind: 'damaged',
  happened: 'the library’s file is damaged',
  advice: 'Start Inkwell again: it rescues what can be read.',
};
const FAULTY: FileFault = {
  kind: 'unexpected',
  happened: 'the disk gave an error, so the library cannot be written',
  advice: 'Check the disk, and whether there is space on it.',
};

/** Primary result codes of SQLite (sqlite.org/rescode.html) that a person can do something about. */
const CODES: Readonly<Record<number, FileFault>> = {
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
const ERRNOS: Readonly<Record<string, FileFault>> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: DENIED,
  ENOTDIR: NO_FOLDER,
  EISDIR: DENIED,
  EEXIST: NO_FOLDER,
  ENOENT: NO_FOLDER,
  ENAMETOOLONG: NO_FOLDER,
  ELOOP: NO_FOLDER,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EIO: FAULTY,
  ERR_OUT_OF_RANGE: DAMAGED,
};

/** A read that ends too early means that the file was cut. */
const SHORT_READ = 522;

export function isDamage(error: unknown): boolean {
  if (error instanceof ProblemError && error.problem.kind === 'damaged') return true;
  return faultOf(error) === DAMAGED;
}

export function isBusy(error: unknown): boolean {
  return faultOf(error) === BUSY;
}

/** A fault of the file as a Problem; any other error passes unchanged. */
export function toSqliteProblem(error: unknown, trying: string): unknown {
  const fault = faultOf(error);
  if (!fault) return error;
  const {kind, advice, happened} = fault;
  return new ProblemError(
    {kind, message: `${trying.replace(/\.$/u, '')}: ${happened}.`, advice},
    {cause: error},
  );
}

/** Undefined for what is no fault of the file: an error of the program. */
export function faultOf(error: unknown): FileFault | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') {
    return error.errcode === SHORT_READ ? DAMAGED : CODES[error.errcode & 0xff];
  }
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return ERRNOS[error.code] ?? ('syscall' in error ? FAULTY : undefined);
}
