import {setTimeout as wait} from 'node:timers/promises';
import type {WatchedMail} from '../../domain/publication/source.ts';
import {withFolder} from './imap-folder.ts';
import {lastState, stateOf} from './imap-state.ts';

/** Milliseconds after which a silent connection is tried, as routers forget one that is silent for long. */
const SILENCE = 4 * 60_000;
/** Milliseconds for which one connection is kept: the longest that a timer takes. */
const LONG = 2_147_483_647;
/** Milliseconds between two times that mails are told of: each is fetched by a connection of its own. */
export const QUIET = 10_000;
/** Milliseconds between two waits of a server that ends each at once. */
const BREATH = 5000;

/**
 * Waits at an IMAP folder by IDLE, or asks every two minutes where the server has none, and calls `onNews`
 * when mails come in, also for those that came since the last visit. Opens it for reading alone.
 *
 * @throws ProblemError when the connection ends.
 */
export async function watchImap(
  {location, secret, validators}: WatchedMail,
  onNews: () => void,
  signal: AbortSignal,
  quiet = QUIET,
): Promise<never> {
  return await withFolder(
    location,
    secret,
    signal,
    async ({client, mailbox, cut}) => {
      const before = lastState(validators);
      const now = stateOf(mailbox);
      const tell = atMostEach(quiet, onNews, signal);
      client.on('exists', ({count, prevCount}) => {
        if (count > prevCount) tell();
      });
      if (before?.uidValidity !== now.uidValidity || before.upTo < now.upTo) tell();
      for (;;) {
        const began = performance.now();
        await Promise.race([cut, client.idle()]);
        if (performance.now() - began < BREATH) await Promise.race([cut, wait(BREATH)]);
      }
    },
    {visit: LONG, patience: SILENCE},
  );
}

/** At once, then once for all that came within so many milliseconds. */
function atMostEach(milliseconds: number, tell: () => void, signal: AbortSignal): () => void {
  let last = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  const now = (): void => {
    timer = undefined;
    last = performance.now();
    if (!signal.aborted) tell();
  };
  return () => {
    const left = last + milliseconds - performance.now();
    if (left <= 0) now();
    else timer ??= setTimeout(now, left).unref();
  };
}
