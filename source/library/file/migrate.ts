import {ProblemError} from '../../domain/problem.ts';
import type {Database} from './database.ts';
import {MIGRATIONS} from './migrations.ts';

/**
 * Brings the file up to the newest version, each step whole or not at all. A newer file is refused and left
 * alone.
 */
export function migrate(database: Database, steps = MIGRATIONS): void {
  if (versionOf(database) === steps.length) return;
  for (;;) {
    const isDone = database.write(
      () => {
        const version = versionOf(database);
        if (version > steps.length) throw newer(version);
        const step = steps[version];
        if (step === undefined) return true;
        database.script(step);
        database.script(`PRAGMA user_version = ${version + 1}`);
        return false;
      },
      {trying: 'The library could not be brought up to date'},
    );
    if (isDone) return;
  }
}

function versionOf(database: Database): number {
  return database.count('PRAGMA user_version');
}

function newer(version: number): ProblemError {
  return new ProblemError({
    kind: 'unsupported',
    message: `The library was written by a newer Inkwell (version ${version} of its file; this Inkwell reads up to ${MIGRATIONS.length}).`,
    advice: 'Install the newer Inkwell again, or use another file: “inkwell config set library FILE”.',
  });
}
