import {Readable, Writable, type Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import * as zlib from 'node:zlib';
import {ProblemError} from '../domain/problem.ts';

type Chunks = AsyncIterable<Uint8Array>;

export type Receiving = Readonly<{
  /** Content-Encoding as it stands in the header, or nothing. */
  encoding: string;
  /** Counted after decompression. */
  maxBytes: number;
  /** A longer body fails, or only its beginning is kept. */
  overflow: 'fail' | 'cut';
  /** For the message. */
  host: string;
  /** Called for each piece that comes from the network. */
  onPiece: () => void;
  signal: AbortSignal;
}>;

/**
 * The whole body, decompressed. It is counted while it comes, so that a small body that unpacks into a huge
 * one ends early.
 */
export async function receiveBody(
  stream: Readable,
  {encoding, maxBytes, overflow, host, onPiece, signal}: Receiving,
): Promise<Uint8Array> {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await pieces.next();
  if (first.done) return new Uint8Array();
  const kept: Uint8Array[] = [];
  let size = 0;
  const end = overflow === 'cut' ? new Enough() : tooLarge(host, maxBytes);
  const keep = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      kept.push(chunk);
      done(size > maxBytes ? end : null);
    },
  });
  const all = Readable.from(heard(first.value, pieces, onPiece));
  try {
    await pipeline([all, ...unpackersFor(encoding, first.value, host), keep], {signal});
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return Buffer.concat(kept, Math.min(size, maxBytes));
}

/** Ends the stream without a fault. */
class Enough extends Error {}

/** The limit of what is received, told with its setting. */
export function tooLarge(host: string, maxBytes: number): ProblemError {
  const limit =
    maxBytes >= 1_000_000
      ? `${Math.round(maxBytes / 100_000) / 10} MB`
      : `${Math.round(maxBytes / 100) / 10} kB`;
  return new ProblemError({
    kind: 'too-large',
    message: `The answer of ${host} is too large: more than ${limit} after decompression (limits.bytes).`,
    advice: 'If you trust it, raise the limit: inkwell config set limits.bytes 50MB',
  });
}

async function* heard(first: Uint8Array, rest: AsyncIterator<Uint8Array>, onPiece: () => void): Chunks {
  yield first;
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) {
    onPiece();
    yield piece.value;
  }
}

/** Each takes a decoder, whatever comes. */
export const MOST_ENCODINGS = 4;

/**
 * The streams that undo the encodings, last one first. Servers mistake these names: deflate often comes
 * without its wrapping, gzip is announced for plain text, and gzipped files come without any name. The first
 * bytes tell.
 */
function unpackersFor(encoding: string, head: Uint8Array, host: string): Transform[] {
  if (isPlainText(head)) return [];
  const names = encoding
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
    .reverse();
  if (names.length > MOST_ENCODINGS)
    throw new ProblemError({
      kind: 'malformed',
      message: `The answer of ${host} says that it is packed ${names.length} times over.`,
    });
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  if (names.length === 0 && isGzip) return [zlib.createGunzip()];
  return names.flatMap((name, index): Transform[] => {
    const isOuter = index === 0;
    switch (name) {
      case 'gzip':
      case 'x-gzip':
        return isOuter && !isGzip ? [] : [zlib.createGunzip()];
      case 'deflate':
        return isOuter && ((head[0] ?? 0) & 0x0f) !== 8 ? [zlib.createInflateRaw()] : [zlib.createInflate()];
      case 'br':
        return [zlib.createBrotliDecompress()];
      case 'zstd':
        return [zlib.createZstdDecompress()];
      default:
        return [];
    }
  });
}

/**
 * Packed bytes never look so: markup or JSON from the first character on, and no control among the next ones.
 */
function isPlainText(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 64))
    .toString('utf8')
    .replace(/\ufffd+$/u, '');
  return (
    /^\ufeff?\s*(?:<[?!a-z]|[{[]\s*["{[])/iu.test(start) &&
    start.length >= 8 &&
    !/[\x00-\x08\x0e-\x1f\ufffd]/u.test(start)
  );
}
