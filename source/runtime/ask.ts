import {createInterface} from 'node:readline/promises';
import {Misuse} from './exit.ts';
import type {Output} from '../output/output.ts';

/** Asks at the terminal; standard output stays free for data. Without a terminal there is nobody to ask. */
export async function ask(question: string, proposal: string | undefined, output: Output): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new Misuse(
      `${question} is missing, and there is no terminal to ask at.`,
      'Give it on the command line.',
    );
  output.progress(undefined);
  const lines = createInterface({input: process.stdin, output: process.stderr});
  try {
    const answer = await lines.question(
      proposal === undefined ? `${question}: ` : `${question} [${proposal}]: `,
    );
    return answer.trim() || (proposal ?? '');
  } finally {
    lines.close();
  }
}

/** Yes only by a word that means it; Enter alone is no. */
export async function confirm(question: string, output: Output): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new Misuse('There is no terminal to ask at.', 'Say --yes to send without being asked.');
  return /^y(es)?$/i.test(await ask(`${question} [y/N]`, undefined, output));
}
