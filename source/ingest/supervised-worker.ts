import {Worker} from 'node:worker_threads';
import {KEEPING_SECONDS, MOST_LEFT_OUT} from '../domain/limits.ts';
import {ProblemError, toProblem, type Problem} from '../domain/problem.ts';
import {hardLimit, MemoryLimit} from '../threads/memory-limit.ts';
import {TimeLimit} from '../threads/time-limit.ts';
import {WORKER_FILE} from '../threads/worker-file.ts';
import type {RoundMoved} from '../domain/sync/account.ts';
import type {CallName, Calls, Order, Report, Setup} from './calls.ts';

/** Milliseconds without work after which the thread ends. */
const IDLE = 3000;

/**
 * Megabytes of room for what was just made. V8 would take nearly two hundred, and read nothing sooner for it.
 */
const ROOM = 24;

/**
 * Seconds of processor time without a sign of life, and megabytes of memory, that the thread may take over
 * what it reads.
 */
export type LaneLimits = Readonly<{seconds: number; megabytes: number}>;

type Call = {
  order: Order & {kind: 'call'};
  /** The name of what is read, for the message when a limit is passed. */
  readonly what: string;
  readonly moved: ((how: RoundMoved) => void) | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** It ran when a thread was lost: it runs alone, so that the next loss is its own. */
  isSuspect: boolean;
  /** The file or letter that is read now. */
  item?: string | undefined;
  /** Nobody waits any more, but the thread may still be busy with it. */
  isGivenUp: boolean;
};

/**
 * A thread that starts with the first call and ends when there is nothing to do. When it hangs, dies, or
 * needs too much memory, it is replaced; what it was doing is done again one by one, and the call that loses
 * the next thread alone is done without the file or letter that was read then, or fails with the limit's
 * name. So one bad document costs no other.
 */
export class SupervisedWorker {
  readonly #setup: Setup;
  readonly #limits: LaneLimits;
  readonly #onNotice: (problem: Problem) => void;
  /** With the thread now, by id. */
  readonly #running = new Map<number, Call>();
  /** Suspects first. */
  #waiting: Call[] = [];
  #worker: Worker | undefined;
  #lastId = 0;
  readonly #silence = new TimeLimit(seconds => this.#lose(({what}) => tookTooLong(what, seconds)));
  readonly #memory = new MemoryLimit();
  #end: NodeJS.Timeout | undefined;
  #isStoring = false;
  #isClosed = false;

  constructor(setup: Setup, limits: LaneLimits, onNotice: (problem: Problem) => void) {
    this.#setup = setup;
    this.#limits = limits;
    this.#onNotice = onNotice;
  }

  /** Rejects with a ProblemError, or with the signal's reason. */
  call<Name extends CallName>(
    what: string,
    signal: AbortSignal | undefined,
    name: Name,
    ...given: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    return this.callMoving(undefined, what, signal, name, ...given);
  }

  /** The same for a call that reports how far it is. */
  callMoving<Name extends CallName>(
    moved: ((how: RoundMoved) => void) | undefined,
    what: string,
    signal: AbortSignal | undefined,
    name: Name,
    ...given: Parameters<Calls[Name]>
  ): Promise<ReturnType<Calls[Name]>> {
    const {promise, resolve, reject} = Promise.withResolvers<unknown>();
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    if (this.#isClosed) return Promise.reject(new ProblemError(CLOSED));
    const order = {kind: 'call', id: ++this.#lastId, name, given} as const;
    const call: Call = {order, what, moved, resolve, reject, isSuspect: false, isGivenUp: false};
    const giveUp = (): void => this.#giveUp(call, signal?.reason);
    signal?.addEventListener('abort', giveUp, {once: true});
    this.#waiting.push(call);
    this.#next();
    // The result's type follows from the call's name (calls.ts).
    return promise.finally(() => signal?.removeEventListener('abort', giveUp)) as Promise<
      ReturnType<Calls[Name]>
    >;
  }

  /** Starts the thread and what fetching takes, because a call is soon to come. */
  warm(): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage({kind: 'prepare'} satisfies Order, []);
    this.#next();
  }

  /** Ends the thread, whatever it is doing: a transaction that was begun is taken back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const calls = [...this.#running.values(), ...this.#waiting];
    this.#running.clear();
    this.#waiting = [];
    const worker = this.#dismiss();
    for (const {reject} of calls) reject(new ProblemError(CLOSED));
    await worker?.terminate();
  }

  #next(): void {
    while (this.#waiting[0]) {
      const isAlone = [...this.#running.values()].some(({isSuspect}) => isSuspect);
      if (this.#running.size > 0 && (isAlone || this.#waiting[0].isSuspect)) return;
      const [call] = this.#waiting.splice(0, 1);
      if (call) this.#send(call);
    }
    if (this.#running.size > 0) return;
    this.#silence.stop();
    this.#end ??= setTimeout(() => void this.#dismiss()?.terminate(), IDLE).unref();
  }

  #send(call: Call): void {
    clearTimeout(this.#end);
    this.#end = undefined;
    this.#worker ??= this.#start();
    this.#running.set(call.order.id, call);
    if (!this.#silence.isRunning) this.#silence.start(() => this.#seconds());
    this.#worker.postMessage(call.order, []);
  }

  #start(): Worker {
    const {megabytes} = this.#limits;
    const worker = new Worker(WORKER_FILE, {
      workerData: this.#setup,
      resourceLimits: {maxOldGenerationSizeMb: hardLimit(megabytes), maxYoungGenerationSizeMb: ROOM},
      // Nothing of what it might print reaches the terminal.
      stdout: true,
      stderr: true,
    });
    this.#silence.restart();
    this.#memory.start(worker, megabytes, () => this.#lose(({what}) => tooLarge(what, megabytes)));
    // The first loading is our own code, and no fault of the source.
    this.#isStoring = true;
    worker.on('message', (report: Report) => this.#hear(report));
    worker.on('error', error => this.#lose(call => causeOf(error, call, this.#limits)));
    worker.on('exit', () => this.#lose(({what}) => ended(what)));
    return worker;
  }

  #hear(report: Report): void {
    this.#silence.restart();
    this.#isStoring = report.kind === 'storing';
    if (report.kind === 'notice') this.#onNotice(report.problem);
    const call = 'id' in report ? this.#running.get(report.id) : undefined;
    if (report.kind === 'moved' && report.moved) call?.moved?.(report.moved);
    if (report.kind === 'item' && call) call.item = report.name;
    if (report.kind !== 'done' && report.kind !== 'failed') return;
    this.#running.delete(report.id);
    if (report.kind === 'done') call?.resolve(report.value);
    else call?.reject(new ProblemError(report.problem));
    this.#next();
  }

  #seconds(): number {
    const {seconds} = this.#limits;
    return this.#isStoring ? Math.max(seconds, KEEPING_SECONDS) : seconds;
  }

  /** The thread is gone, or is sent away. */
  #lose(why: (call: Call) => Problem): void {
    const worker = this.#dismiss();
    const lost = [...this.#running.values()];
    this.#running.clear();
    const wanted = lost.filter(({isGivenUp}) => !isGivenUp);
    for (const call of wanted) {
      const problem = why(call);
      // A call that passed a limit alone did so itself; any other loss may have come from outside, once.
      const isCause = lost.length === 1 && (call.isSuspect || problem.kind !== 'unexpected');
      if (isCause && !goesOnWithoutItem(call)) call.reject(new ProblemError(problem));
      else this.#waiting.unshift(Object.assign(call, {isSuspect: true, item: undefined}));
    }
    void worker?.terminate();
    this.#next();
  }

  #giveUp(call: Call, reason: unknown): void {
    call.isGivenUp = true;
    const {id} = call.order;
    if (this.#running.has(id)) this.#worker?.postMessage({kind: 'abort', id} satisfies Order, []);
    else this.#waiting = this.#waiting.filter(one => one !== call);
    call.reject(reason);
  }

  #dismiss(): Worker | undefined {
    this.#silence.stop();
    this.#memory.stop();
    clearTimeout(this.#end);
    this.#end = undefined;
    const worker = this.#worker;
    this.#worker = undefined;
    return worker?.removeAllListeners();
  }
}

const CLOSED: Problem = {kind: 'interrupted', message: 'Inkwell was closed.'};

/** Leaves out what a call was reading; false where it is to end with that. */
function goesOnWithoutItem(call: Call): boolean {
  const {leftOut = []} = call.order;
  if (call.item === undefined || leftOut.length >= MOST_LEFT_OUT) return false;
  call.order = {...call.order, leftOut: [...leftOut, call.item]};
  return true;
}

function causeOf(error: unknown, {what}: Call, {megabytes}: LaneLimits): Problem {
  const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isLarge ? tooLarge(what, megabytes) : toProblem(error);
}

function tooLarge(what: string, megabytes: number): Problem {
  return {
    kind: 'too-large',
    message: `${what} needed more than ${megabytes} MB to read.`,
    advice: 'What is really that large is read with a higher setting "limits.memory".',
  };
}

function tookTooLong(what: string, seconds: number): Problem {
  return {
    kind: 'timeout',
    message: `${what} took longer than ${seconds} s to read.`,
    advice: 'What really takes so long is read with a higher setting "limits.reading".',
  };
}

function ended(what: string): Problem {
  return {kind: 'unexpected', message: `${what} could not be read: what was reading it has ended.`};
}
