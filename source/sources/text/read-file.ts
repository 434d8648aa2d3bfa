import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/** Bytes of one file, where no setting says otherwise. */
export const FILE_BYTES = 20_000_000;

/** The file is larger than its limit. */
export class TooLarge extends Error {
  readonly most: number;

  constructor(most: number) {
    super(`The file has more than ${most} bytes.`);
    this.most = most;
  }
}

/** A pipe or a device. */
export class NoFile extends Error {}

/**
 * The bytes of a file. Opened without waiting, so that a pipe of a file's name holds nobody up; read up to
 * its limit and not a byte further.
 */
export function readFileWithin(path: string | Buffer, most: number): Buffer {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isDirectory()) throw new NoFile();
    if (stats.size > most) throw new TooLarge(most);
    const bytes = Buffer.allocUnsafe(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
