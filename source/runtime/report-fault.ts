import {mkdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import type {Context} from './context.ts';
import {EXIT} from './exit.ts';
import {version} from './version.ts';
import {faultText} from './fault-text.ts';

/** Writes a report that its reader alone may read, says where it is, and returns the exit code. */
export function reportFault(error: unknown, {paths, output}: Pick<Context, 'paths' | 'output'>): number {
  const now = new Date().toISOString();
  const {columns, rows} = process.stdout;
  const text = faultText(error, homedir(), {
    Inkwell: version,
    Node: process.version,
    Platform: `${process.platform} ${process.arch}`,
    Terminal: `${columns}×${rows}`,
    When: now,
  });
  const path = join(paths.data, `fault-${now.replaceAll(/[:.]/g, '-')}.txt`);
  const message =
    'Something went wrong that Inkwell was not ready for, so it has ended; what it knew is kept.';
  try {
    mkdirSync(paths.data, {recursive: true, mode: 0o700});
    writeFileSync(path, text, {mode: 0o600, flag: 'wx'});
    output.problem({message, advice: `A report without private data is in ${path}: please send it along.`});
  } catch {
    output.problem({
      message,
      advice: `No report could be written; this is what it would have said:\n${text}`,
    });
  }
  return EXIT.failed;
}
