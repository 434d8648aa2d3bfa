import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {tool} from './program.ts';

export type Mariadb = Readonly<{socket: string; close: () => Promise<void>}>;

/** Debian's MariaDB with its data in a folder, reached by a socket there alone, and an empty database. */
export async function openMariadb(folder: string, database: string): Promise<Mariadb> {
  const data = join(folder, 'data');
  const socket = join(folder, 'sql.sock');
  await mkdir(data);
  await tool(
    'mariadb-install-db',
    [`--datadir=${data}`, '--auth-root-authentication-method=normal', '--user=root', '--skip-test-db'],
    folder,
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
  const close = async (): Promise<void> => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  };
  try {
    await patiently(() =>
      tool(
        'mariadb',
        [
          '--no-defaults',
          `--socket=${socket}`,
          '-uroot',
          '-e',
          `CREATE DATABASE IF NOT EXISTS ${database} CHARACTER SET utf8mb4`,
        ],
        folder,
      ),
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {socket, close};
}

const TRIES = 60;

/** Tries again each second: servers take a while to start. */
export async function patiently<Value>(act: () => Promise<Value>, tries = TRIES): Promise<Value> {
  for (let left = tries; ; left--) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  return port;
}
