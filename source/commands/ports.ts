import {existsSync} from 'node:fs';
import type {Library, Newsletters, Sources, Typesetter} from '../app/ports.ts';
import type {Places} from '../options-places.ts';
import type {Options} from '../options.ts';
import type {Output} from './output.ts';

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

export function createPorts(options: Options, places: Places, output: Pick<Output, 'problem'>): Ports {
  const closers: (() => void | Promise<void>)[] = [];

  const http = once(async () => {
    const {createHttp} = await import('../http/http.ts');
    const client = createHttp({
      isOffline: options.offline,
      limits: options.limits,
      ...(options.userAgent && {userAgent: options.userAgent}),
    });
    closers.push(() => client.close());
    return client;
  });

  const openAt = async (file: string): Promise<Library> => {
    const {openLibrary} = await import('../library/open-library.ts');
    const library = openLibrary(file, {now: Date.now, onNotice: output.problem});
    closers.push(() => library.close());
    return library;
  };

  const library = once(() => openAt(places.library));

  return {
    library,
    existingLibrary: async () => (existsSync(places.library) ? await library() : undefined),
    passingLibrary: once(() => openAt(':memory:')),
    sources: once(async () => {
      const {createSources} = await import('../sources/sources.ts');
      return createSources({http: await http(), limits: options.limits});
    }),
    newsletters: once(async () => {
      const {createNewsletters} = await import('../newsletters/newsletters.ts');
      return createNewsletters({http: await http()});
    }),
    typesetter: once(async () => {
      const {createTypesetter} = await import('../typeset/typesetter.ts');
      return createTypesetter();
    }),
    async close() {
      for (const end of closers.splice(0).reverse()) await end();
    },
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
