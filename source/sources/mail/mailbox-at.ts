import {closeSync, existsSync, openSync, readSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** A place on this disk that holds mail. Nothing in it is moved, renamed or marked. */
export type Mailbox = Readonly<{kind: 'maildir' | 'eml' | 'mbox'; path: string}>;

/**
 * The mailbox at a path: a Maildir, a folder with `.eml` files, or an mbox file; undefined for anything else.
 */
export function mailboxAt(path: string): Mailbox | undefined {
  const found = statSync(path, {throwIfNoEntry: false});
  if (found?.isDirectory()) {
    if (existsSync(join(path, 'cur')) && existsSync(join(path, 'new'))) return {kind: 'maildir', path};
    const names = readdirSync(path);
    const isMail =
      names.some(name => /\.eml$/iu.test(name)) && !names.some(name => /\.(?:md|mdx|markdown)$/iu.test(name));
    return isMail ? {kind: 'eml', path} : undefined;
  }
  if (!found?.isFile()) return undefined;
  if (/\.eml$/iu.test(path)) return {kind: 'eml', path};
  return startOf(path, 5) === 'From ' &&
    /\n(?:from|date|subject|received|return-path):/iu.test(startOf(path, 8_000))
    ? {kind: 'mbox', path}
    : undefined;
}

export function startOf(path: string, bytes: number): string {
  return bytesAt(path, 0, bytes).toString('latin1');
}

export function bytesAt(path: string, offset: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}
