import {writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {resolve} from 'node:path';
import {ProblemError} from '../domain/problem.ts';
import {safeText} from '../domain/sink.ts';

/** Saves a text where the reader said, never over a file that is there. Returns the path. */
export async function saveFile(name: string, text: string): Promise<string> {
  const path = resolve(name.startsWith('~/') ? homedir() + name.slice(1) : name);
  try {
    await writeFile(path, safeText(text), {flag: 'wx'});
    return path;
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new ProblemError({
        kind: 'refused',
        message: `${path} is there already and was left as it is.`,
        advice: 'Save under another name.',
      });
    throw new ProblemError(
      {
        kind: 'denied',
        message: `${path} could not be written: ${message}.`,
        advice: 'Choose another folder.',
      },
      {cause: error},
    );
  }
}
