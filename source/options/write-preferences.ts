import {existsSync, mkdirSync, renameSync} from 'node:fs';
import Conf from 'conf';
import {ProblemError} from '../domain/problem.ts';
import {reasonOf} from '../domain/system-error.ts';
import {readPreferences} from './preferences-file.ts';
import type {Paths} from './paths.ts';
import {preferencesSchema} from './schema.ts';

/**
 * Sets one setting in the preferences' file, or takes it out where `value` is undefined. Written whole or not
 * at all.
 */
export function writePreference(
  paths: Pick<Paths, 'config' | 'preferences'>,
  key: string,
  value: unknown,
): {keptAside?: string} {
  try {
    mkdirSync(paths.config, {recursive: true, mode: 0o700});
    const keptAside = setAsideIfBroken(paths.preferences);
    // The key's old value may be invalid: delete it first.
    openConf(paths.config).delete(key);
    if (value !== undefined) openConf(paths.config, key).set(key, value);
    return keptAside === undefined ? {} : {keptAside};
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({
      kind: 'denied',
      message: `The preferences in ${paths.preferences} could not be written: ${reasonOf(error)}.`,
      advice: 'See whether the folder belongs to you and the disk has room.',
    });
  }
}

/**
 * conf checks the one setting that is being written: a fault elsewhere in the file is told, and never in the
 * way.
 */
function openConf(cwd: string, key?: string): Conf {
  const group = key?.split('.', 1)[0];
  const rule = group === undefined ? undefined : preferencesSchema().properties[group];
  return new Conf({
    cwd,
    configName: 'config',
    projectName: 'inkwell',
    projectSuffix: '',
    configFileMode: 0o600,
    clearInvalidConfig: false,
    ...(group !== undefined && rule && {schema: {[group]: rule}}),
    // conf would write the defaults of the whole group, which then could never change again.
    ajvOptions: {useDefaults: false},
  });
}

/** A file that is no JSON can't be added to. It is kept beside the new one that is begun. */
function setAsideIfBroken(file: string): string | undefined {
  if (!existsSync(file) || !readPreferences(file).isBroken) return undefined;
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const aside = `${file}.broken-${stamp}`;
  renameSync(file, aside);
  return aside;
}
