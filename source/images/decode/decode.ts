import {Worker} from 'node:worker_threads';
import {ProblemError} from '../../domain/problem.ts';
import {TimeLimit} from '../../threads/time-limit.ts';
import {headerOf} from '../kinds.ts';
import type {Answer, Decoded, Order} from './order.ts';

/** Millions of pixels; decoding takes some 25 bytes for each. */
export const MOST_MEGAPIXELS = 16;

/**
 * Seconds of processor time that decoding may take, and megabytes of the thread's own heap; pixels lie beside
 * it.
 */
export const DECODING = {seconds: 8, megabytes: 192} as const;

type Limits = Readonly<{seconds: number; megabytes: number}>;

const HEAP = {maxYoungGenerationSizeMb: 32, codeRangeSizeMb: 16, stackSizeMb: 2} as const;

/**
 * Edges of what is kept of an image: as much as a large terminal shows, by its own protocol and by half
 * blocks.
 */
export const EDGE = 1400;
const SMALL_EDGE = 320;

/**
 * The pixels of an image, none wider or higher than 1,400. Its size is looked at first; it is decoded in a
 * thread of its own, which is ended when it takes too long or needs too much memory.
 *
 * @throws ProblemError for what is no image that can be shown, is too large, is damaged, or takes too long.
 */
export async function decode(
  bytes: Uint8Array,
  signal: AbortSignal,
  limits: Limits = DECODING,
): Promise<Decoded> {
  const header = headerOf(bytes);
  const megapixels = (header.width * header.height) / 1_000_000;
  if (megapixels > MOST_MEGAPIXELS) {
    throw new ProblemError({
      kind: 'too-large',
      message: `It has ${header.width} × ${header.height} pixels; ${MOST_MEGAPIXELS} million are shown at most.`,
    });
  }
  return ordered({bytes, header, edge: EDGE, smallEdge: SMALL_EDGE}, signal, limits);
}

function ordered(order: Order, signal: AbortSignal, {seconds, megabytes}: Limits): Promise<Decoded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PROGRAM, {
      workerData: order,
      resourceLimits: {...HEAP, maxOldGenerationSizeMb: megabytes},
      // A decoder's output does not belong on the terminal.
      stdout: true,
      stderr: true,
    });
    worker.unref();
    const end = (act: () => void): void => {
      time.stop();
      signal.removeEventListener('abort', give);
      void worker.terminate();
      act();
    };
    const damaged = (): void => end(() => reject(new ProblemError(DAMAGED(order))));
    const give = (): void => end(() => reject(signal.reason as Error));
    const time = new TimeLimit(passed => end(() => reject(new ProblemError(SLOW(passed)))));
    time.start(() => seconds);
    signal.addEventListener('abort', give);
    worker.once('message', ({raster, small}: Answer) =>
      raster && small ? end(() => resolve({raster, small})) : damaged(),
    );
    worker.once('error', damaged);
    worker.once('exit', damaged);
  });
}

const DAMAGED = ({header}: Order) =>
  ({kind: 'malformed', message: `The ${header.kind} image is damaged.`}) as const;

const SLOW = (seconds: number) =>
  ({kind: 'timeout', message: `It took more than ${seconds} seconds to decode.`}) as const;

/** Beside this file in the source, beside the program in the package. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../image-worker.js', import.meta.url);
