import {run} from './command-line/run.ts';
import type {Edition} from './options/edition.ts';

export type {Edition};

/**
 * Opens one publication in Inkwell, or follows a command line about it: `npx acme-blog`, `npx acme-blog list
 * --json`. Returns the exit code when the reader has left.
 */
export async function open(
  edition: Edition,
  argv: readonly string[] = process.argv.slice(2),
): Promise<number> {
  return await run(argv, {edition});
}
