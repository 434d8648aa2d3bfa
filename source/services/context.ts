import type {Ingest, Newsletters, Sources, Sync} from '../ports/fetching.ts';
import type {Library} from '../ports/library.ts';
import type {Preferences, Report, Writes} from '../ports/services.ts';
import type {Options} from '../options/options.ts';

/**
 * Everything that the use cases act on. The reader and each command make one; heavy parts load on first use.
 */
export type Services = Readonly<{
  library: Library;
  writes: Writes;
  sources: () => Promise<Sources>;
  ingest: () => Promise<Ingest>;
  newsletters: () => Promise<Newsletters>;
  /** Accounts at servers; nothing of it is loaded where there are none. */
  sync: () => Promise<Sync>;
  options: Options;
  preferences: Preferences;
  report: Report;
  now: () => number;
  /** Asks for the password of a mailbox; absent where nobody is there to be asked. */
  askPassword?: (whose: string) => Promise<string>;
}>;

/** For reading alone, where there may be no library: reading must not create one. */
export type ReadingServices = Omit<Services, 'library'> & Readonly<{library: Library | undefined}>;
