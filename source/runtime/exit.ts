import type {Problem} from '../domain/problem.ts';

export const EXIT = {
  done: 0,
  failed: 1,
  misuse: 2,
  /** Some of the sources failed. */
  partly: 3,
  missing: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a job of several parts: "not found" only if that was wrong with each that failed. */
export function exitCode(problems: readonly Pick<Problem, 'kind'>[], succeeded: number): ExitCode {
  if (problems.length === 0) return EXIT.done;
  if (succeeded > 0) return EXIT.partly;
  return problems.every(({kind}) => kind === 'missing' || kind === 'gone') ? EXIT.missing : EXIT.failed;
}

/** An invalid command line: exit 2. */
export class Misuse extends Error {
  override name = 'Misuse';
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}
