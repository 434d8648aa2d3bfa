/*
 * Opens an address as on Windows, and prints as JSON the one command that would be started there. Arguments:
 * the address.
 */
import childProcess from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {EventEmitter} from 'node:events';
import {syncBuiltinESMExports} from 'node:module';

const started: unknown[] = [];
Object.defineProperty(process, 'platform', {value: 'win32'});
process.env['SYSTEMROOT'] = 'C:\\Windows';
childProcess.spawn = ((command: string, given: readonly string[], {shell}: {shell?: unknown}) => {
  started.push({command, given, shell});
  const child = Object.assign(new EventEmitter(), {unref: () => {}, exitCode: 0});
  setImmediate(() => {
    child.emit('spawn');
    child.emit('close', 0);
  });
  return child as unknown as ChildProcess;
}) as typeof childProcess.spawn;
syncBuiltinESMExports();
const {openUrl} = await import('../../../source/platform/open-url.ts');
await openUrl(process.argv[2] ?? '', {lend: async during => during()});
process.stdout.write(JSON.stringify(started));
