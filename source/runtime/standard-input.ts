import {text} from 'node:stream/consumers';
import {Misuse} from './exit.ts';

/** All of standard input as text. At a terminal nobody is about to end it, so that is refused. */
export async function readStandardInput(): Promise<string> {
  if (process.stdin.isTTY)
    throw new Misuse('Nothing is piped in.', 'Give "-" only with a pipe or a file: inkwell read - < post.md');
  return text(process.stdin);
}
