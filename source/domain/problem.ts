import {withoutPassword} from './publication/passwords.ts';
import {printableLine} from './text/printable.ts';
import {codeOf, reasonOf} from './system-error.ts';

export type ProblemKind =
  | 'offline'
  | 'timeout'
  | 'refused'
  | 'malformed'
  | 'missing'
  | 'too-large'
  | 'unsafe'
  | 'rate-limited'
  | 'unsupported'
  | 'gone'
  | 'denied'
  | 'busy'
  | 'full'
  | 'damaged'
  | 'interrupted'
  | 'unexpected';

/** Something that went wrong, told to the person at the keyboard. */
export type Problem = Readonly<{
  kind: ProblemKind;
  /** The attempt and what happened, one printable sentence. */
  message: string;
  /** The next thing to do, one printable sentence. */
  advice?: string;
  /** The source that it concerns, as the person wrote it. */
  location?: string;
  /** The time from which it is worth trying again: ISO 8601. */
  retryAt?: string;
}>;

/** Carries a Problem through code that throws. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = problem;
  }
}

/**
 * The Problem inside an error, without passwords in what it says; an error that carries none is unexpected.
 */
export function toProblem(error: unknown, location?: string): Problem {
  const {message, advice, ...rest}: Problem =
    error instanceof ProblemError ? error.problem : {kind: 'unexpected', message: unexpected(error)};
  const problem: Problem = {
    ...rest,
    message: withoutPassword(message),
    ...(advice !== undefined && {advice: withoutPassword(advice)}),
  };
  return location === undefined || problem.location !== undefined ? problem : {...problem, location};
}

function unexpected(error: unknown): string {
  if (codeOf(error) === undefined) return error instanceof Error ? error.message : String(error);
  const reason = reasonOf(error);
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  return path === undefined
    ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
    : `${printableLine(path)} can't be used: ${reason}.`;
}
