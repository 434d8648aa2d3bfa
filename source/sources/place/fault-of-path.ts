import {printableLine} from '../../domain/text/printable.ts';
import {ProblemError, type ProblemKind} from '../../domain/problem.ts';
import {NoFile, TooLarge} from '../text/read-file.ts';

type Fault = readonly [kind: ProblemKind, happened: string, advice?: string];

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: ['missing', 'was not found: there is no such file or folder', 'Check the path.'],
  ENOTDIR: ['missing', 'was not found: a part of the path is no folder', 'Check the path.'],
  EACCES: ['denied', 'can’t be read: you have no permission', 'Check who may read it.'],
  EPERM: ['denied', 'can’t be read: you have no permission', 'Check who may read it.'],
  EISDIR: ['unsupported', 'is a folder'],
  ENXIO: ['unsupported', 'is not a file'],
  ENODEV: ['unsupported', 'is not a file'],
  ELOOP: ['malformed', 'can’t be read: its links lead in a circle'],
  ENAMETOOLONG: ['missing', 'was not found: the name is too long'],
  EMFILE: ['busy', 'can’t be read: too many files are open', 'Try again.'],
  EIO: ['damaged', 'can’t be read: the disk reports an error'],
};

/** The system's fault with a path, in the reader's words. Anything else passes as it is. */
export function faultOfPath(error: unknown, path: string): unknown {
  const fault = faultIn(error);
  if (!fault) return error;
  const [kind, happened, advice] = fault;
  const message = `${printableLine(path)} ${happened}.`;
  return new ProblemError({kind, message, ...(advice !== undefined && {advice})}, {cause: error});
}

function faultIn(error: unknown): Fault | undefined {
  if (error instanceof NoFile)
    return ['unsupported', 'is not a file', 'Pipes are read from standard input, which is written as "-".'];
  if (error instanceof TooLarge)
    return ['too-large', `is larger than ${Math.round(error.most / 1_000_000)} MB, so it was not read`];
  return error instanceof Error ? FAULTS[(error as NodeJS.ErrnoException).code ?? ''] : undefined;
}
