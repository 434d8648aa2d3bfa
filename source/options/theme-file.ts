import {reasonOf} from '../domain/system-error.ts';
import {readFileSync, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {basename} from 'node:path';
import {ProblemError} from '../domain/problem.ts';
import {themeFrom} from '../domain/theme/theme-from.ts';
import type {Theme} from '../domain/theme/theme.ts';
import {themeNamed} from '../domain/theme/themes.ts';

/** A theme by its name, or from the reader's own file: what holds a slash or ends in `.json` is a path. */
export function openTheme(name: string): Theme {
  return /[/\\]|\.json$/i.test(name) ? themeIn(name) : themeNamed(name);
}

/** A pipe or a device, which an imported setting might name, would hold the reader for good. */
export const LARGEST_THEME = 100_000;

function themeIn(path: string): Theme {
  try {
    const file = path.startsWith('~/') ? homedir() + path.slice(1) : path;
    const found = statSync(file);
    if (!found.isFile() || found.size > LARGEST_THEME)
      throw new Error(`it is no file of at most ${LARGEST_THEME} bytes`);
    return themeFrom(JSON.parse(readFileSync(file, 'utf8')), basename(path, '.json'));
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({
      kind: 'malformed',
      message: `The theme ${path} could not be read: ${reasonOf(error)}.`,
      advice: 'Name one that is built in, or put the file right.',
    });
  }
}
