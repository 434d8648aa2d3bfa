import {open, rm} from 'node:fs/promises';
import {homedir} from 'node:os';
import {resolve} from 'node:path';
import {ProblemError} from '../domain/problem.ts';
import {codeOf, reasonOf} from '../domain/system-error.ts';
import {safeText} from '../domain/text/sink.ts';

/** Saves a text where the reader said, never over a file that is there. Returns the path. */
export async function saveFile(name: string, text: string): Promise<string> {
  const path = resolve(name.startsWith('~/') ? homedir() + name.slice(1) : name);
  try {
    await writeNew(path, safeText(text));
    return path;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST')
      throw new ProblemError({
        kind: 'refused',
        message: `${path} is there already and was left as it is.`,
        advice: 'Save under another name.',
      });
    throw new ProblemError(
      {
        kind: code === 'ENOSPC' ? 'full' : 'denied',
        message: `${path} could not be written: ${code === 'ENOENT' ? 'there is no such folder' : reasonOf(error)}.`,
        advice: 'Choose another folder.',
      },
      {cause: error},
    );
  }
}

/**
 * Whole or not at all: what is left of a text for which there was no room would be in the way of the next
 * try.
 */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, {force: true});
    throw error;
  } finally {
    await file.close();
  }
}
