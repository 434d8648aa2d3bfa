import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {dirname} from 'node:path';
import {tool} from './program.ts';

/** A MariaDB of its own, reached by a socket alone, with an empty database. */
export async function openMariadb(data: string, socket: string, name: string): Promise<ChildProcess> {
  const at = dirname(data);
  await mkdir(data);
  await tool(
    'mariadb-install-db',
    [`--datadir=${data}`, '--auth-root-authentication-method=normal', '--user=root', '--skip-test-db'],
    at,
  );
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--user=root',
      '--innodb-buffer-pool-size=32M',
    ],
    {stdio: 'ignore'},
  );
  const sql = `CREATE DATABASE IF NOT EXISTS ${name}`;
  await patiently(() => tool('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], at));
  return server;
}

/** Ends processes, the last that was started first. */
export async function endAll(processes: readonly ChildProcess[]): Promise<void> {
  for (const one of processes.toReversed()) {
    one.kill('SIGTERM');
    if (one.exitCode === null && one.signalCode === null) await once(one, 'exit');
  }
}

/** Seconds that a server may take to begin. */
const TRIES = 120;

export async function patiently<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let left = TRIES; ; left--) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  return port;
}
