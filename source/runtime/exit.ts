/** What a run says by its exit code. */
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

/** A command line that can't be followed: exit 2. */
export class Misuse extends Error {
  override name = 'Misuse';
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}
