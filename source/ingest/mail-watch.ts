import {Worker} from 'node:worker_threads';
import {ProblemError} from '../domain/problem.ts';
import type {WatchedMail} from '../domain/publication/source.ts';
import type {MailWatch} from '../ports/fetching.ts';
import {WORKER_FILE} from '../threads/worker-file.ts';
import type {Order, Report, Setup} from './calls.ts';

/** Megabytes that the thread may take: it reads no mail. */
const MEGABYTES = 96;
const ROOM = 8;

type Watch = Readonly<{onNews: () => void; reject: (error: unknown) => void}>;

/**
 * Waits for mail in a thread of its own, so that neither the interface nor what fetches has to load what it
 * takes. Nothing supervises it: it sleeps for hours, and who waits begins anew when it is lost.
 */
export function createMailWatch(setup: Setup): MailWatch & Readonly<{close: () => Promise<void>}> {
  const watches = new Map<number, Watch>();
  let worker: Worker | undefined;
  let lastId = 0;

  const lose = (): void => {
    const lost = [...watches.values()];
    watches.clear();
    void end();
    for (const {reject} of lost) reject(new ProblemError(LOST));
  };
  const end = (): Promise<number> | undefined => {
    const ended = worker?.removeAllListeners();
    worker = undefined;
    return ended?.terminate();
  };
  const hear = (report: Report): void => {
    if (report.kind !== 'moved' && report.kind !== 'failed') return;
    const watch = watches.get(report.id);
    if (report.kind === 'moved') return watch?.onNews();
    watches.delete(report.id);
    watch?.reject(new ProblemError(report.problem));
  };
  const send = (order: Order): void => {
    worker ??= start(setup).on('message', hear).on('error', lose).on('exit', lose);
    worker.postMessage(order, []);
  };

  return {
    async watch(source: WatchedMail, onNews, signal) {
      signal.throwIfAborted();
      const {promise, reject} = Promise.withResolvers<never>();
      const id = ++lastId;
      watches.set(id, {onNews, reject});
      const stop = (): void => {
        watches.delete(id);
        if (watches.size === 0) void end();
        else send({kind: 'abort', id});
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop);
      send({kind: 'call', id, name: 'watchMail', given: [source]});
      return await promise.finally(() => signal.removeEventListener('abort', stop));
    },
    async close() {
      watches.clear();
      await end();
    },
  };
}

const LOST = {kind: 'unexpected', message: 'The thread that waits for mail has ended.'} as const;

function start(setup: Setup): Worker {
  const worker = new Worker(WORKER_FILE, {
    workerData: setup,
    resourceLimits: {maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: ROOM},
    stdout: true,
    stderr: true,
  });
  worker.unref();
  return worker;
}
