import type {Problem} from '../../domain/problem.ts';
import {Database} from './database.ts';
import {LibraryFile} from './library-file.ts';
import {libraryOn} from './library-on.ts';
import {migrate} from './migrate.ts';
import {openFile} from './open-file.ts';
import {IN_MEMORY, openSqlite} from './sqlite.ts';

export type LibraryOptions = {
  /** Milliseconds since 1970. */
  now: () => number;
  /**
   * Hears what happened to the library that the reader must know: it was damaged and rescued, it is not kept.
   */
  onNotice?: (problem: Problem) => void;
};

/**
 * Opens the library's file, or one in memory (`:memory:`). What is returned is the `Library` of app/ports.ts.
 */
export function openLibrary(
  path: string,
  {now, onNotice = () => {}}: LibraryOptions,
): ReturnType<typeof libraryOn> {
  if (path === IN_MEMORY) {
    const database = new Database(openSqlite(path), now);
    migrate(database);
    return libraryOn(database);
  }
  const surroundings = {now, onNotice};
  const database = openFile(path, surroundings);
  if (!database.isFile) return libraryOn(database);
  const file = new LibraryFile(database, path, surroundings);
  return guarded(libraryOn(database, path), file);
}

/** Each call is one piece of work on the file. */
function guarded<Methods extends Record<string, (...args: never[]) => unknown>>(
  methods: Methods,
  file: LibraryFile,
): Methods {
  const {close, ...rest} = methods;
  const entries = Object.entries(rest).map(([name, method]) => [
    name,
    (...args: never[]) => file.do(() => method(...args)),
  ]);
  const closeFile = (): void => {
    file.end();
    close?.();
  };
  return {...Object.fromEntries(entries), close: closeFile} as Methods;
}
