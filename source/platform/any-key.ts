import {once} from 'node:events';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {TerminalInput} from '../screen/terminal-input.ts';

/** Milliseconds in which Escape is followed by the rest of a sequence, if it begins one. */
const PATIENCE = 250;

/** Waits for a key on a terminal that Ink has lent. Answers of the terminal are no keys. */
export async function anyKey(): Promise<void> {
  const {stdin} = process;
  const input = new TerminalInput();
  stdin.setRawMode(true);
  stdin.resume();
  try {
    for (;;) {
      const waiting = input.patience === undefined ? undefined : AbortSignal.timeout(PATIENCE);
      if (input.push(await read(waiting)) !== '') return;
      if (waiting?.aborted && input.settle() !== '') return;
    }
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    // Node stops reading in the next turn; the next reader must not begin before.
    await nextTurn();
  }
}

async function read(signal: AbortSignal | undefined): Promise<string> {
  try {
    const [chunk] = (await once(process.stdin, 'data', {...(signal && {signal})})) as [Buffer | string];
    return Buffer.from(chunk as string).toString('latin1');
  } catch {
    return '';
  }
}
