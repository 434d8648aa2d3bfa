import {ProblemError} from '../domain/problem.ts';
import {safeText} from '../domain/text/sink.ts';

/** What terminals take in one OSC 52; xterm's limit, base64 included, is about 100 kB. */
export const MOST = 74_000;

/**
 * Copies by OSC 52: the terminal itself does it, also over ssh. There is no answer, so it can't be known whether a
 * terminal allows it.
 */
export function copyText(text: string, write: (bytes: string) => void): void {
  const bytes = Buffer.from(safeText(text), 'utf8');
  if (bytes.length > MOST) {
    throw new ProblemError({
      kind: 'too-large',
      message: `${Math.round(bytes.length / 1000)} kB is more than a terminal copies.`,
      advice: 'w saves it to a file.',
    });
  }
  write(`\u001B]52;c;${bytes.toString('base64')}\u0007`);
}
