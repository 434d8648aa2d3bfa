import {createHash} from 'node:crypto';
import type {Entry} from './walk.ts';

/** Changes with the name, the size and the time of any file. */
export function validatorOf(entries: readonly Entry[]): string {
  const hash = createHash('sha256');
  for (const {path, bytes, modified} of entries) hash.update(`${path}\0${bytes}\0${modified}\n`);
  return hash.digest('base64url').slice(0, 22);
}
