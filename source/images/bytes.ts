import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {ProblemError} from '../domain/problem.ts';
import type {Http} from '../http/http.ts';
import {fileWithin, whereaboutsOf} from './origin.ts';
import type {Origin, Whereabouts} from './origin.ts';

/** A server that can choose is asked for the kinds that every part of this program knows. */
const ACCEPT = 'image/png, image/jpeg, image/gif, image/webp;q=0.8, */*;q=0.1';

/**
 * The bytes of a picture that an article names, no more than `most`.
 *
 * @throws ProblemError
 */
export async function bytesOf(
  src: string,
  origin: Origin,
  {http, most}: Readonly<{http: () => Promise<Http>; most: number}>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const where = whereaboutsOf(src, origin);
  switch (where.kind) {
    case 'data': {
      return where.bytes;
    }
    case 'file': {
      return readWithin(where, most);
    }
    case 'web': {
      const {url, reach} = where;
      const answer = await (await http()).request({url, reach, accept: ACCEPT, maxBytes: most}, signal);
      if (answer.status === 200) return answer.body;
      const {host} = new URL(answer.url);
      throw new ProblemError({kind: 'missing', message: `${host} answered ${answer.status}.`});
    }
  }
}

async function readWithin(
  {folder, candidates}: Extract<Whereabouts, {kind: 'file'}>,
  most: number,
): Promise<Uint8Array> {
  for (const candidate of candidates) {
    const file = await fileWithin(folder, candidate);
    if (file !== undefined) return readAtMost(file, most);
  }
  throw new ProblemError({kind: 'missing', message: 'There is no such file in the folder.'});
}

/** The length is asked of the file that was opened, which no other can take the place of meanwhile. */
async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  // Without waiting: a pipe of a picture's name holds nobody up.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const about = await file.stat();
    if (!about.isFile()) throw new ProblemError({kind: 'missing', message: 'It is no file.'});
    if (about.size > most)
      throw new ProblemError({
        kind: 'too-large',
        message: `It is larger than ${Math.round(most / 100_000) / 10} MB (limits.bytes).`,
      });
    const bytes = new Uint8Array(about.size);
    const {bytesRead} = await file.read(bytes, 0, about.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
