import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {join, resolve} from 'node:path';
import {webAddress} from '../domain/publication/location.ts';

/** A location as the library keeps it: a path that exists is made absolute, a host without a scheme gets one. */
export function followable(location: string): string {
  const path = location.startsWith('~/') ? join(homedir(), location.slice(2)) : location;
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(path) && existsSync(path)) return resolve(path);
  return webAddress(location) ?? (path === location ? location : resolve(path));
}
