import type {MessagePort} from 'node:worker_threads';
import type {Library} from '../ports/library.ts';
import type {Newsletters, Sources} from '../ports/fetching.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {RoundMoved} from '../domain/sync/account.ts';
import type {CallName, Calls, Order, Report, Setup} from './calls.ts';
import {bring, followAndKeep, takeIn} from './ingest-source.ts';

/** Milliseconds between signs of life. */
const BEAT = 200;

type Doings = {
  readonly [Name in CallName]: (
    signal: AbortSignal,
    ...given: [...Parameters<Calls[Name]>, moved: (how: RoundMoved) => void]
  ) => Promise<ReturnType<Calls[Name]>>;
};

/** The other thread's side: does what it is asked for, several things at a time, and tells what came of each. */
export function serve(port: Pick<MessagePort, 'on' | 'postMessage'>, setup: Setup): void {
  const tell = (report: Report): void => port.postMessage(report);
  const {doings, prepare} = doingsOf(setup, tell);
  const running = new Map<number, AbortController>();
  let beat: NodeJS.Timeout | undefined;
  port.on('message', (order: Order) => {
    if (order.kind === 'abort') running.get(order.id)?.abort();
    else if (order.kind === 'prepare') prepare();
    else void answer(order);
  });

  async function answer({id, name, given}: Order & {kind: 'call'}): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    tell({kind: 'alive'});
    beat ??= setInterval(() => tell({kind: 'alive'}), BEAT);
    try {
      // The names and what is given with each were checked where the order was written (lane.ts).
      const act = doings[name] as (signal: AbortSignal, ...rest: readonly unknown[]) => Promise<unknown>;
      const moved = (how: RoundMoved): void => tell({kind: 'moved', id, moved: how});
      tell({kind: 'done', id, value: await act(controller.signal, ...given, moved)});
    } catch (error) {
      tell({kind: 'failed', id, problem: toProblem(error)});
    } finally {
      running.delete(id);
      if (running.size === 0) {
        clearInterval(beat);
        beat = undefined;
      }
    }
  }
}

function doingsOf(setup: Setup, tell: (report: Report) => void): {doings: Doings; prepare: () => void} {
  const {limits, speeds, isOffline, userAgent} = setup;
  const http = once(async () => {
    const {createHttp} = await import('../http/http.ts');
    return createHttp({isOffline, limits, userAgent});
  });
  const sources = once(async (): Promise<Sources> => {
    const {createSources} = await import('../sources/sources.ts');
    return createSources({http: await http(), limits, speeds});
  });
  const newsletters = once(async (): Promise<Newsletters> => {
    const {createNewsletters} = await import('../newsletters/newsletters.ts');
    return createNewsletters({http: await http()});
  });
  const library = once(async () => keeping(await openKept(setup, tell), tell));

  const doings: Doings = {
    open: async (signal, source) => (await sources()).open(source, signal),
    readText: async (signal, location) => (await sources()).readText(location, signal),
    openPage: async (signal, location) => (await sources()).openPage(location, signal),
    complete: async (signal, article, body, publication) =>
      (await sources()).complete(article, body, signal, publication),
    leaving: async (_, location) => (await sources()).leaving(location),
    toMarkdown: async (_, body) => (await sources()).toMarkdown(body),
    findNewsletter: async (signal, publication, page) =>
      (await newsletters()).find(publication, signal, page),
    takeIn: async (signal, source) =>
      takeIn({library: await library(), sources: await sources()}, source, signal),
    bring: async (signal, source) =>
      bring({library: await library(), sources: await sources()}, source, signal),
    follow: async (signal, location, how) =>
      followAndKeep({library: await library(), sources: await sources()}, location, how, signal),
    maintain: async (_, retention) => (await library()).maintain(retention),
    async sync(signal, opening, wish, moved) {
      const {syncAccount} = await import('./sync-account.ts');
      return syncAccount(
        {library: await library(), http: await http(), speeds},
        opening,
        wish,
        signal,
        moved,
      );
    },
    async findServer(signal, typed, how) {
      const {findServer} = await import('../sync/find-server.ts');
      return findServer(typed, how, await http(), signal);
    },
    async testAccount(signal, opening) {
      const {testAccount} = await import('../sync/test-account.ts');
      return testAccount(opening, await http(), signal);
    },
  };
  /** What fails here fails again, and is told, where it is called. */
  const prepare = (): void => {
    void import('../http/transport.ts');
    void import('../sources/place/open-address.ts');
    void library().catch(() => {});
  };
  return {doings, prepare};
}

/** The library's file. What could only be written into memory here would be lost. */
async function openKept(setup: Setup, tell: (report: Report) => void): Promise<Library> {
  const {openLibrary} = await import('../library/file/open-library.ts');
  const library = openLibrary(setup.library, {
    now: Date.now,
    onNotice: problem => tell({kind: 'notice', problem}),
  });
  if (library.file() !== undefined) return library;
  throw new ProblemError({
    kind: 'denied',
    message: `What was fetched cannot be kept: the library ${setup.library} can’t be written to.`,
  });
}

/** Tells before what may take long for reasons that lie with the disk. */
function keeping(library: Library, tell: (report: Report) => void): Library {
  const told = <Result>(act: () => Result): Result => {
    tell({kind: 'keeping'});
    return act();
  };
  return {
    ...library,
    follow: (...given) => told(() => library.follow(...given)),
    store: (...given) => told(() => library.store(...given)),
    noteFailure: (...given) => told(() => library.noteFailure(...given)),
    maintain: (...given) => told(() => library.maintain(...given)),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
