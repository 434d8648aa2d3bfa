import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import decode, {init} from '@jsquash/webp/decode.js';
import type {Pixels} from './pixels.ts';

/** The decoder is the format's own, libwebp, as WebAssembly: it reaches nothing but its own memory. */
export async function pixelsOfWebp(bytes: Uint8Array): Promise<Pixels> {
  await init({wasmBinary: await readFile(PROGRAM)});
  const {data} = await decode(Uint8Array.from(bytes).buffer);
  return {data: Uint8Array.from(data), channels: 4};
}

/** In its package in the source, beside the program when it is built. */
const PROGRAM = fileURLToPath(
  import.meta.url.endsWith('.ts')
    ? import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')
    : new URL('../webp.wasm', import.meta.url),
);
