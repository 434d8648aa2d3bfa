import {failureOf, isPassing} from './failure/failure.ts';
import type {Timing} from './host-queue.ts';
import {retryTime} from './retry-after.ts';
import type {Received, Sending, Transport} from './transport.ts';

/**
 * Milliseconds before each further try of a request that broke on the way; chance adds up to as much again.
 */
const TRIES = [300, 900] as const;

/** Sends a request, and once or twice more where that is safe and promises something. */
export async function sendAgain(
  {send}: Transport,
  sending: Sending,
  {isSafe, random, pause}: Pick<Timing, 'random' | 'pause'> & Readonly<{isSafe: boolean}>,
): Promise<Received> {
  const {url, deadline} = sending;
  for (const again of isSafe ? TRIES : []) {
    try {
      const received = await send(sending);
      if (!isBusy(received)) return received;
    } catch (error) {
      deadline.signal.throwIfAborted();
      if (!isPassing(error)) throw failureOf(error, url.host);
    }
    await pause(again + random() * again, deadline.signal);
  }
  try {
    return await send(sending);
  } catch (error) {
    deadline.signal.throwIfAborted();
    throw failureOf(error, url.host);
  }
}

/** A gateway without its server. One that says when to come back is not asked before. */
function isBusy({status, headers}: Received): boolean {
  const isGateway = status === 502 || status === 503 || status === 504;
  return isGateway && retryTime(headers.get('retry-after'), 0) === undefined;
}
