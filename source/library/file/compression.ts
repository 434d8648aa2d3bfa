import {zstdCompressSync, zstdDecompressSync} from 'node:zlib';

/*
 * Bodies are kept compressed: articles of 8 kB take 41 % of their room for 70 µs each (zstd at level 1;
 * deflate takes as much room and longer). The checksum tells a body that the disk has changed.
 */

/**
 * `ZSTD_c_compressionLevel` and `ZSTD_c_checksumFlag`, by number: to ask zlib for them would load it at the
 * start.
 */
const OPTIONS = {params: {100: 1, 201: 1}};

/**
 * Bytes that are set aside for what comes out; zlib's own 16 kB for each body cost more than the compression.
 */
const LEAST_ROOM = 64;
const MOST_ROOM = 65_536;

/** Anything above is no article, but an attack or an accident: 64 MB. */
const LARGEST = 64 * 1024 * 1024;

export function pack(text: string): Uint8Array {
  const bytes = bytesOf(text);
  const chunkSize = Math.min(Math.max(LEAST_ROOM, bytes.length), MOST_ROOM);
  return zstdCompressSync(bytes, {...OPTIONS, chunkSize, pledgedSrcSize: bytes.length});
}

const encoder = new TextEncoder();
let room: Uint8Array | undefined;

/** In a room that is used again and again: thousands of short texts leave nothing behind. */
function bytesOf(text: string): Uint8Array {
  if (text.length > MOST_ROOM / 3) return encoder.encode(text);
  room ??= new Uint8Array(MOST_ROOM);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}

/** The text again; undefined when the bytes are damaged. */
export function unpack(bytes: Uint8Array): string | undefined {
  try {
    return zstdDecompressSync(bytes, {maxOutputLength: LARGEST}).toString('utf8');
  } catch {
    return undefined;
  }
}
