import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {bundled, warnUntested} from './child.ts';
import {temporaryHome} from './temporary-home.ts';
import {ENTRY} from './terminal.ts';

/*
 * Runs the built program where names can be given any address: in a network of its own, with real names and
 * real connections.
 */

const UNSHARE = process.getuid?.() === 0 ? ['-mn'] : ['-Urmn'];
export const PUBLIC = '93.184.216.34';
export const PRIVATE = '10.9.8.7';
const SET_UP = [
  'ip link set lo up',
  `ip addr add ${PUBLIC}/32 dev lo`,
  `ip addr add ${PRIVATE}/32 dev lo`,
  'mount --bind "$HOSTS" /etc/hosts',
].join(' && ');

export const canMakeNetworks =
  process.platform === 'linux' &&
  spawnSync('unshare', [...UNSHARE, 'sh', '-c', 'ip link set lo up && mount --bind /etc/hosts /etc/hosts'])
    .status === 0;
if (!canMakeNetworks) warnUntested('private addresses behind public names');

/** The names, with the address of the public one. */
export const names = (pub: string): string =>
  `127.0.0.1 localhost\n${pub} pub.example\n${PRIVATE} inner.example\n`;

export type Route = Readonly<{location?: string; body?: string; type?: string}>;

export type Line = Readonly<{
  words: readonly string[];
  code: number;
  stdout: string;
  stderr: string;
  /** Host and path of each request, in order. */
  asked: readonly string[];
}>;

/** Files that lie in the home before, by their path in it. */
export type Files = Readonly<Record<string, string>>;

/** Runs command lines one after another; a line ["hosts", text] sets the names. */
export async function runFarAndNear(
  routes: Readonly<Record<string, Route>>,
  lines: readonly (readonly string[])[],
  files: Files = {},
): Promise<readonly Line[]> {
  const own = await temporaryHome();
  const hosts = join(own.folder, 'hosts');
  for (const [path, text] of Object.entries({...files, hosts: names(PUBLIC)})) {
    mkdirSync(join(own.folder, path, '..'), {recursive: true});
    writeFileSync(join(own.folder, path), text);
  }
  const path = bundled(join(import.meta.dirname, '../trust/programs/near-and-far.ts'), own.folder);
  const given = [path, ENTRY, hosts, JSON.stringify(routes), JSON.stringify(lines)];
  const {stdout, stderr} = spawnSync(
    'unshare',
    [...UNSHARE, 'sh', '-c', `${SET_UP} && exec "$@"`, 'sh', process.execPath, ...given],
    {
      cwd: own.folder,
      encoding: 'utf8',
      env: {PATH: process.env['PATH'] ?? '', ...own.environment, HOSTS: hosts, http_proxy: ''},
    },
  );
  await own.remove();
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Line[];
}

/** Requests to other hosts than the public one. */
export const askedNear = ({asked}: Line): readonly string[] =>
  asked.filter(place => !place.startsWith('pub.example'));
