import {isUtf8} from 'node:buffer';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import {ProblemError} from '../../domain/problem.ts';
import {decodeBytes} from '../../http/decode-bytes.ts';
import {COSTS_TOO_MUCH} from '../context.ts';
import type {Items} from '../context.ts';
import {readFileWithin} from '../text/read-file.ts';
import type {Entry} from './walk.ts';

const SLICE = 8;

/**
 * Reads files one after another, in slices short enough for the interface, and hands over each text. What
 * can't be read is passed on as an error.
 */
export async function readFiles(
  root: string,
  entries: readonly Entry[],
  {
    fileBytes,
    signal,
    files,
  }: Readonly<{fileBytes: number; signal?: AbortSignal | undefined; files?: Items | undefined}>,
  onText: (entry: Entry, text: string) => void | Promise<void>,
  onFault: (entry: Entry, error: unknown) => void,
): Promise<void> {
  let until = performance.now() + SLICE;
  for (const entry of entries) {
    try {
      if (files?.leftOut.includes(entry.path))
        throw new ProblemError({kind: 'too-large', message: COSTS_TOO_MUCH});
      files?.begin(entry.path);
      await onText(entry, readText(entry.raw ?? join(root, entry.path), fileBytes));
    } catch (error) {
      onFault(entry, error);
    }
    if (performance.now() < until) continue;
    await setImmediate();
    signal?.throwIfAborted();
    until = performance.now() + SLICE;
  }
  files?.begin(undefined);
}

export const readText = (path: string | Buffer, most: number): string => textOf(readFileWithin(path, most));

/** Most files are UTF-8; only what isn't is looked at closer. */
function textOf(bytes: Buffer): string {
  const isMarked = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0;
  if (isMarked || !isUtf8(bytes)) return decodeBytes(bytes);
  // A TextDecoder does the same, and its first one takes as long as a command takes to load.
  const text = bytes.toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
