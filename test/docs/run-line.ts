import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {commands, type Environment} from '../helpers/commands.ts';

export type Printed = Readonly<Record<'stdout' | 'stderr', string>>;

/** Does what a shell does with a line or a script; rejects where it ends with anything but 0. */
export async function runLine(line: string, folder: string, environment: Environment): Promise<Printed> {
  const words = plainWords(line);
  if (!words)
    return await promisify(execFile)('bash', ['-e', '-o', 'pipefail', '-c', line], {
      cwd: folder,
      env: environment,
    });
  const {code, ...printed} = await commands({folder, environment})(words);
  if (code !== 0) throw new Error(`“${line}” ended with ${code}: ${printed.stderr}`);
  return printed;
}

/**
 * Undefined where a shell has more to do than to part words at blanks. The desktop is handed to by the built
 * program alone.
 */
function plainWords(line: string): readonly string[] | undefined {
  if (!/^inkwell(?! open\b)(?: +(?:[\w@%+=:,./-]+|'[^'\n]*'))*$/u.test(line)) return undefined;
  return [...line.matchAll(/'([^']*)'|\S+/gu)].slice(1).map(([word, quoted]) => quoted ?? word);
}
