import {existsSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import type {Images, Intake, Library, Newsletters, Sources, Typesetter} from '../ports/ports.ts';
import type {ImagesOptions} from '../images/images.ts';
import type {Places} from '../options/places.ts';
import type {Options} from '../options/options.ts';
import {droppingConfigured} from '../services/drop-configured.ts';
import type {Lane} from '../ingest/supervised-worker.ts';
import {observed, observedIntake, type Observer} from './observe.ts';
import type {Problem} from '../domain/problem.ts';
import type {Output} from '../output/output.ts';
import {version} from './version.ts';

/** The real ports, each made when it is first asked for; most commands need one or two. */
export type Ports = Readonly<{
  library(): Promise<Library>;
  /** The library if there is one: reading must not create it. */
  existingLibrary(): Promise<Library | undefined>;
  /** A library that is forgotten at the end, to ask queries of what was only read for this run. */
  passingLibrary(): Promise<Library>;
  /** What they read is read in another thread. */
  sources(): Promise<Sources>;
  /**
   * Fetches into the library, in a thread of its own, so that a source that takes long keeps no article waiting. For a
   * command, beside which no interface wants to be quick, this thread has its share of the work.
   */
  intake(forWhom?: 'a reader' | 'a command'): Promise<Intake>;
  newsletters(): Promise<Newsletters>;
  typesetter(): Promise<Typesetter>;
  images(display: Pick<ImagesOptions, 'inline' | 'send'>): Promise<Images>;
  /**
   * Has what must be known of the library told to somebody instead of standard error, beginning with what was told so
   * far. Returns what ends that.
   */
  hear(listener: (problem: Problem) => void): () => void;
  /** Closes what was opened: files and connections. */
  close(): Promise<void>;
}>;

export function createPorts(
  options: Options,
  places: Places,
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
    const dropping = droppingConfigured(await openAt(places.library), places);
    closers.push(dropping.settled);
    return dropping.library;
  });

  const newLane = async (): Promise<Lane> => {
    const {Lane} = await import('../ingest/supervised-worker.ts');
    const {reading: seconds, memory: megabytes, completing: _, ...limits} = options.limits;
    const {offline: isOffline, speeds} = options;
    const cache = process.getBuiltinModule('node:module').getCompileCacheDir?.();
    const setup = {library: places.library, isOffline, userAgent, limits, speeds, ...(cache && {cache})};
    const lane = new Lane(setup, {seconds, megabytes}, onNotice);
    closers.push(() => lane.close());
    return lane;
  };
  const readingLane = once(newLane);

  const sources = once(() =>
    observer.time('load sources', {}, async () => {
      const {farSources} = await import('../ingest/worker-sources.ts');
      return observed(farSources(await readingLane()), observer);
    }),
  );

  let intake: Promise<Intake> | undefined;
  const makeIntake = async (isCommand: boolean): Promise<Intake> => {
    const {createIntake} = await import('../ingest/ingest.ts');
    const first = await newLane();
    first.warm();
    // Of two processors the second is busy with keeping.
    const lanes: [Lane, ...Lane[]] =
      isCommand && availableParallelism() > 2 ? [first, await newLane()] : [first];
    const {concurrency} = options.refresh;
    const parts = {
      lanes,
      library: await library(),
      sources: await sources(),
      concurrency,
      isKeptHere: isCommand,
    };
    return observedIntake(createIntake(parts), observer);
  };

  return {
    library,
    existingLibrary: async () => (existsSync(places.library) ? await library() : undefined),
    passingLibrary: once(() => openAt(':memory:')),
    sources,
    intake: forWhom => (intake ??= makeIntake(forWhom === 'a command')),
    newsletters: once(async () => {
      const {createNewsletters} = await import('../newsletters/newsletters.ts');
      const {farNewsletters} = await import('../ingest/worker-sources.ts');
      return farNewsletters(await readingLane(), createNewsletters({http: await http()}));
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

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
