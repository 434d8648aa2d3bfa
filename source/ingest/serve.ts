import type {MessagePort} from 'node:worker_threads';
import type {Library} from '../ports/library.ts';
import type {Newsletters, Sources} from '../ports/fetching.ts';
import {ProblemError, toProblem} from '../domain/problem.ts';
import type {RoundMoved} from '../domain/sync/account.ts';
import type {Items} from '../sources/context.ts';
import type {CallName, Calls, Order, Report, Setup} from './calls.ts';
import {bring, followAndStore, ingestSource} from './ingest-source.ts';

/** Milliseconds between signs of life. */
const BEAT = 200;

type Handlers = {
  readonly [Name in CallName]: (
    signal: AbortSignal,
    ...given: [...Parameters<Calls[Name]>, moved: (how?: RoundMoved) => void]
  ) => Promise<ReturnType<Calls[Name]>>;
};

/**
 * The other thread's side: does what it is asked for, several things at a time, and tells what came of each.
 */
export function serve(port: Pick<MessagePort, 'on' | 'postMessage'>, setup: Setup): void {
  const report = (report: Report): void => port.postMessage(report);
  const items = new WeakMap<AbortSignal, Items>();
  const {handlers, prepare} = handlersFor(setup, report, signal => items.get(signal));
  const running = new Map<number, AbortController>();
  let beat: NodeJS.Timeout | undefined;
  port.on('message', (order: Order) => {
    if (order.kind === 'abort') running.get(order.id)?.abort();
    else if (order.kind === 'prepare') prepare();
    else void answer(order);
  });

  async function answer({id, name, given, leftOut = []}: Order & {kind: 'call'}): Promise<void> {
    const controller = new AbortController();
    items.set(controller.signal, {leftOut, begin: item => report({kind: 'item', id, name: item})});
    running.set(id, controller);
    report({kind: 'alive'});
    // A watch waits for days, and nobody asks whether it is alive.
    if (name !== 'watchMail') beat ??= setInterval(() => report({kind: 'alive'}), BEAT);
    try {
      // The names and what is given with each were checked where the order was written
      // (supervised-worker.ts).
      const act = handlers[name] as (signal: AbortSignal, ...rest: readonly unknown[]) => Promise<unknown>;
      const moved = (how?: RoundMoved): void => report({kind: 'moved', id, ...(how && {moved: how})});
      report({kind: 'done', id, value: await act(controller.signal, ...given, moved)});
    } catch (error) {
      report({kind: 'failed', id, problem: toProblem(error)});
    } finally {
      running.delete(id);
      if (running.size === 0) {
        clearInterval(beat);
        beat = undefined;
      }
    }
  }
}

function handlersFor(
  setup: Setup,
  report: (report: Report) => void,
  items: (signal: AbortSignal) => Items | undefined,
): {handlers: Handlers; prepare: () => void} {
  const {limits, speeds, isOffline, userAgent} = setup;
  const http = once(async () => {
    const {createHttp} = await import('../http/http.ts');
    return createHttp({isOffline, limits, userAgent});
  });
  const sources = once(async (): Promise<Sources> => {
    const {createSources} = await import('../sources/sources.ts');
    return createSources({http: await http(), limits, speeds, items});
  });
  const newsletters = once(async (): Promise<Newsletters> => {
    const {createNewsletters} = await import('../newsletters/newsletters.ts');
    return createNewsletters({http: await http()});
  });
  const library = once(async () => reportingStores(await openStored(setup, report), report));

  const handlers: Handlers = {
    open: async (signal, source) => (await sources()).open(source, signal),
    readText: async (signal, location) => (await sources()).readText(location, signal),
    async newsboatFeeds(_, path) {
      const {newsboatFeeds} = await import('../library/state/newsboat-cache.ts');
      return newsboatFeeds(path);
    },
    async newsboatItems(_, path, publication, items, rank) {
      const {newsboatItems} = await import('../library/state/newsboat-cache.ts');
      return newsboatItems(path, publication, items, rank, speeds);
    },
    openPage: async (signal, location) => (await sources()).openPage(location, signal),
    complete: async (signal, article, body, publication) =>
      (await sources()).complete(article, body, signal, publication),
    leaving: async (_, location, secret) => (await sources()).leaving(location, secret),
    toMarkdown: async (_, body) => (await sources()).toMarkdown(body),
    findNewsletter: async (signal, publication, page) =>
      (await newsletters()).find(publication, signal, page),
    ingestSource: async (signal, source) =>
      ingestSource({library: await library(), sources: await sources()}, source, signal),
    bring: async (signal, source) =>
      bring({library: await library(), sources: await sources()}, source, signal),
    follow: async (signal, location, how) =>
      followAndStore({library: await library(), sources: await sources()}, location, how, signal),
    runRules: async (_, rules, forRun) => (await library()).runRules(rules, forRun),
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
    async watchMail(signal, source, news) {
      const {watchImap} = await import('../sources/mail/watch-imap.ts');
      await watchImap(source, news, signal);
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
  /** A failure here happens again, and is reported, in the call itself. */
  const prepare = (): void => {
    void import('../http/transport.ts');
    void import('../sources/place/open-address.ts');
    void library().catch(() => {});
  };
  return {handlers, prepare};
}

/** The library's file. What could only be written into memory here would be lost. */
async function openStored(setup: Setup, report: (report: Report) => void): Promise<Library> {
  const {openLibrary} = await import('../library/file/open-library.ts');
  const library = openLibrary(setup.library, {
    now: Date.now,
    onNotice: problem => report({kind: 'notice', problem}),
  });
  if (library.file() !== undefined) return library;
  throw new ProblemError({
    kind: 'denied',
    message: `What was fetched cannot be kept: the library ${setup.library} can’t be written to.`,
  });
}

/** Reports before each store, which may take long for reasons that lie with the disk. */
function reportingStores(library: Library, report: (report: Report) => void): Library {
  const reporting = <Result>(act: () => Result): Result => {
    report({kind: 'storing'});
    return act();
  };
  return {
    ...library,
    follow: (...given) => reporting(() => library.follow(...given)),
    store: (...given) => reporting(() => library.store(...given)),
    noteFailure: (...given) => reporting(() => library.noteFailure(...given)),
    runRules: (...given) => reporting(() => library.runRules(...given)),
    maintain: (...given) => reporting(() => library.maintain(...given)),
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
