import {ProblemError} from '../domain/problem.ts';
import type {Problem} from '../domain/problem.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html) that a person can do something about. */
const CODES: Readonly<Record<number, Pick<Problem, 'kind' | 'advice'> & {happened: string}>> = {
  3: {
    kind: 'denied',
    happened: 'the file may not be opened',
    advice: 'Check who owns the library’s file and folder.',
  },
  5: {kind: 'busy', happened: 'another Inkwell is writing', advice: 'Try again in a moment.'},
  6: {kind: 'busy', happened: 'another Inkwell is writing', advice: 'Try again in a moment.'},
  8: {
    kind: 'denied',
    happened: 'the library may not be written to',
    advice: 'Make its file and folder writable for you.',
  },
  10: {
    kind: 'unexpected',
    happened: 'the disk gave an error',
    advice: 'Check the disk, and that there is space on it.',
  },
  11: {
    kind: 'damaged',
    happened: 'the library’s file is damaged',
    advice: 'Start Inkwell again: it rescues what can be read.',
  },
  13: {
    kind: 'full',
    happened: 'the disk is full',
    advice: 'Make some space and do it again; everything before is kept.',
  },
  14: {
    kind: 'denied',
    happened: 'the file cannot be opened',
    advice: 'Check that its folder exists and is yours.',
  },
  26: {
    kind: 'damaged',
    happened: 'the file is no library',
    advice: 'Start Inkwell again: it rescues what can be read.',
  },
};

/** SQLite's primary result code inside an error; undefined when the error is not SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error instanceof ProblemError ? error.cause : error);
  return code === 11 || code === 26;
}

/** What went wrong in the database, as a Problem; anything else passes unchanged. */
export function toSqliteProblem(error: unknown, trying: string): unknown {
  const known = CODES[sqliteCode(error) ?? -1];
  if (!known) return error;
  const {kind, advice, happened} = known;
  return new ProblemError(
    {kind, message: `${trying.replace(/\.$/u, '')}: ${happened}.`, ...(advice !== undefined && {advice})},
    {cause: error},
  );
}
