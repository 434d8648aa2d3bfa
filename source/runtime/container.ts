import {statSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {dirname} from 'node:path';
import type {Images, Typesetter} from '../ports/terminal.ts';
import type {Ingest, MailWatch, NewsboatCache, Newsletters, Sources, Sync} from '../ports/fetching.ts';
import type {Library} from '../ports/library.ts';
import type {Preferences} from '../ports/services.ts';
import type {ImagesOptions} from '../images/images.ts';
import type {Paths} from '../options/paths.ts';
import type {Options} from '../options/options.ts';
import type {Setup} from '../ingest/calls.ts';
import type {SupervisedWorker} from '../ingest/supervised-worker.ts';
import {observed, observedIngest, observedSync, type Observer} from './observe.ts';
import type {Problem} from '../domain/problem.ts';
import type {Output} from '../output/output.ts';
import {preferencesIn} from '../options/preferences.ts';
import {faultOfQuery} from '../domain/query/query-fault.ts';
import {hooksFor, rulesFrom} from '../domain/rule/rule.ts';
import {version} from './version.ts';

/** The real ports, each made when it is first asked for; most commands need one or two. */
export type Ports = Readonly<{
  library(): Promise<Library>;
  /** The library if there is one: reading must not create it. */
  existingLibrary(): Promise<Library | undefined>;
  /** A library that is forgotten at the end, to ask queries of what was only read for this run. */
  passingLibrary(): Promise<Library>;
  /** They read in another thread; for a command what is small and plain is read in this one. */
  sources(forWhom?: 'a reader' | 'a command'): Promise<Sources>;
  /**
   * Fetches into the library, in a thread of its own, so that a source that takes long keeps no article
   * waiting. For a command, beside which no interface wants to be quick, this thread has its share of the
   * work.
   */
  ingest(forWhom?: 'a reader' | 'a command'): Promise<Ingest>;
  /** Servers of accounts, in a worker of their own. */
  sync(): Promise<Sync>;
  /** Waits for mail while the reader is open. */
  mailWatch(): Promise<MailWatch>;
  newsletters(): Promise<Newsletters>;
  newsboat(): Promise<NewsboatCache>;
  preferences: Preferences;
  typesetter(): Promise<Typesetter>;
  images(display: Pick<ImagesOptions, 'inline' | 'send'>): Promise<Images>;
  /**
   * Has what must be known of the library told to somebody instead of standard error, beginning with what was
   * told so far. Returns what ends that.
   */
  hear(listener: (problem: Problem) => void): () => void;
  /** Closes what was opened: files and connections. */
  close(): Promise<void>;
}>;

export function createPorts(
  options: Options,
  paths: Paths,
  output: Pick<Output, 'problem'>,
  observer: Observer,
): Ports {
  const closers: (() => void | Promise<void>)[] = [];
  const told: Problem[] = [];
  let listener: ((problem: Problem) => void) | undefined;
  const onNotice = (problem: Problem): void => {
    told.push(problem);
    (listener ?? output.problem)(problem);
  };

  const userAgent = options.userAgent ?? `Inkwell/${version} (a reader for the terminal)`;

  const http = once(async () => {
    const {createHttp} = await import('../http/http.ts');
    const client = createHttp({
      isOffline: options.offline,
      limits: options.limits,
      userAgent,
    });
    closers.push(() => client.close());
    return client;
  });

  const openAt = (file: string): Promise<Library> =>
    observer.time('open library', {}, async () => {
      const {openLibrary} = await import('../library/file/open-library.ts');
      const library = openLibrary(file, {now: Date.now, onNotice});
      closers.push(() => library.close());
      return library;
    });

  const library = once(async () => {
    const opened = await openAt(paths.library);
    keepRules(opened, options);
    return opened;
  });

  const preferences = preferencesIn(paths);
  closers.push(preferences.settled);

  const workerSetup = (): Setup => {
    const {reading: _, memory: __, completing: ___, ...limits} = options.limits;
    const {offline: isOffline, speeds} = options;
    // Node adds its own version to the folder that it is given.
    const versioned = process.getBuiltinModule('node:module').getCompileCacheDir?.();
    const cache = versioned && dirname(versioned);
    return {library: paths.library, isOffline, userAgent, limits, speeds, ...(cache && {cache})};
  };
  const startWorker = async (): Promise<SupervisedWorker> => {
    const {SupervisedWorker} = await import('../ingest/supervised-worker.ts');
    const {reading: seconds, memory: megabytes} = options.limits;
    const setup = workerSetup();
    const worker = new SupervisedWorker(setup, {seconds, megabytes}, onNotice);
    closers.push(() => worker.close());
    return worker;
  };
  const readingWorker = once(startWorker);

  const loadSources = (load: () => Promise<Sources>): (() => Promise<Sources>) =>
    once(() => observer.time('load sources', {}, async () => observed(await load(), observer)));
  const far = once(async () => {
    const {workerSources} = await import('../ingest/worker-sources.ts');
    return workerSources(await readingWorker());
  });
  const farSources = loadSources(far);
  const commandSources = loadSources(async () => {
    const {nearSources} = await import('../ingest/near-sources.ts');
    const {limits, speeds} = options;
    return nearSources({limits, speeds, far});
  });

  let ingest: Promise<Ingest> | undefined;
  const makeIngest = async (isCommand: boolean): Promise<Ingest> => {
    const {createIngest} = await import('../ingest/ingest.ts');
    const workers = once(() => ingestWorkers(isCommand));
    if (!isCommand) await workers();
    const {concurrency} = options.refresh;
    const parts = {
      workers,
      library: await library(),
      sources: await (isCommand ? commandSources() : farSources()),
      concurrency,
      isKeptHere: isCommand,
      ...(isCommand && {isReadHere: (await import('../ingest/small-source.ts')).isSmall}),
    };
    return observedIngest(createIngest(parts), observer);
  };

  const ingestWorkers = async (isCommand: boolean): Promise<[SupervisedWorker, ...SupervisedWorker[]]> => {
    const first = await startWorker();
    first.warm();
    // Of two processors the second is busy with keeping.
    return isCommand && availableParallelism() > 2 ? [first, await startWorker()] : [first];
  };

  return {
    library,
    existingLibrary: async () => (mayBeThere(paths.library) ? await library() : undefined),
    passingLibrary: once(() => openAt(':memory:')),
    sources: forWhom => (forWhom === 'a command' ? commandSources() : farSources()),
    preferences,
    ingest: forWhom => (ingest ??= makeIngest(forWhom === 'a command')),
    sync: once(async () => {
      const {workerSync} = await import('../ingest/worker-sync.ts');
      return observedSync(workerSync(await startWorker(), await library()), observer);
    }),
    mailWatch: once(async () => {
      const {createMailWatch} = await import('../ingest/mail-watch.ts');
      const watch = createMailWatch(workerSetup());
      closers.push(() => watch.close());
      return watch;
    }),
    newsletters: once(async () => {
      const {createNewsletters} = await import('../newsletters/newsletters.ts');
      const {workerNewsletters} = await import('../ingest/worker-sources.ts');
      return workerNewsletters(await readingWorker(), createNewsletters({http: await http()}));
    }),
    newsboat: once(async () => {
      const {workerNewsboat} = await import('../ingest/worker-sources.ts');
      return workerNewsboat(await readingWorker());
    }),
    typesetter: once(() =>
      observer.time('load typesetter', {}, async () => {
        const {createTypesetter} = await import('../typeset/typesetter.ts');
        return createTypesetter();
      }),
    ),
    async images(display) {
      const {createImages} = await import('../images/images.ts');
      return createImages({http, most: options.limits.bytes, ...display});
    },
    hear(hears) {
      told.forEach(hears);
      listener = hears;
      return () => (listener = undefined);
    },
    async close() {
      for (const end of closers.splice(0).reverse()) await end();
    },
  };
}

/** The library has the rules of the preferences, for every thread that stores what comes in. */
function keepRules(library: Library, {commands, notify, rules}: Options): void {
  try {
    library.keepRules(rulesFrom(rules, faultOfQuery), {hooks: hooksFor(commands, notify.when === 'new')});
  } catch {
    // Another process is writing, or nothing can be written: the next start does it.
  }
}

/** A file in a folder that can't be looked into may be there: opening it says what is wrong. */
function mayBeThere(path: string): boolean {
  try {
    return statSync(path, {throwIfNoEntry: false}) !== undefined;
  } catch {
    return true;
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
