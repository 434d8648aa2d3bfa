import {existsSync} from 'node:fs';
import type {Library, Newsletters, Typesetter} from '../app/ports.ts';
import type {Places} from '../options-places.ts';
import type {Options} from '../options.ts';
import type {Sources} from '../sources/sources.ts';
import {droppingConfigured} from './drop-configured.ts';
import {observed, type Observer} from './observe.ts';
import type {Output} from './output.ts';
import {version} from './version.ts';

/** The real ports, each made when it is first asked for; most commands need one or two. */
export type Ports = Readonly<{
  library(): Promise<Library>;
  /** The library if there is one: reading must not create it. */
  existingLibrary(): Promise<Library | undefined>;
  /** A library that is forgotten at the end, to ask queries of what was only read for this run. */
  passingLibrary(): Promise<Library>;
  sources(): Promise<Sources>;
  newsletters(): Promise<Newsletters>;
  typesetter(): Promise<Typesetter>;
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

  const http = once(async () => {
    const {createHttp} = await import('../http/http.ts');
    const client = createHttp({
      isOffline: options.offline,
      limits: options.limits,
      userAgent: options.userAgent ?? `Inkwell/${version} (a reader for the terminal)`,
    });
    closers.push(() => client.close());
    return client;
  });

  const openAt = (file: string): Promise<Library> =>
    observer.time('open library', {}, async () => {
      const {openLibrary} = await import('../library/open-library.ts');
      const library = openLibrary(file, {now: Date.now, onNotice: output.problem});
      closers.push(() => library.close());
      return library;
    });

  const library = once(async () => {
    const dropping = droppingConfigured(await openAt(places.library), places);
    closers.push(dropping.settled);
    return dropping.library;
  });

  return {
    library,
    existingLibrary: async () => (existsSync(places.library) ? await library() : undefined),
    passingLibrary: once(() => openAt(':memory:')),
    sources: once(() =>
      observer.time('load sources', {}, async () => {
        const {createSources} = await import('../sources/sources.ts');
        return observed(
          createSources({http: await http(), limits: options.limits, speeds: options.speeds}),
          observer,
        );
      }),
    ),
    newsletters: once(async () => {
      const {createNewsletters} = await import('../newsletters/newsletters.ts');
      return createNewsletters({http: await http()});
    }),
    typesetter: once(() =>
      observer.time('load typesetter', {}, async () => {
        const {createTypesetter} = await import('../typeset/typesetter.ts');
        return createTypesetter();
      }),
    ),
    async close() {
      for (const end of closers.splice(0).reverse()) await end();
    },
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
