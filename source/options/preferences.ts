import type {Values} from './options.ts';
import type {Paths} from './paths.ts';
import {readPreferences} from './preferences-file.ts';

/**
 * Reads and writes the preferences file; `settled` waits for writing to end. What writes it is loaded on
 * demand.
 */
export function preferencesIn(paths: Pick<Paths, 'config' | 'preferences'>): Readonly<{
  read: () => Values;
  write: (key: string, value: unknown) => Promise<void>;
  settled: () => Promise<void>;
}> {
  let writing: Promise<void> = Promise.resolve();
  const write = async (key: string, value: unknown): Promise<void> => {
    const {writePreference} = await import('./write-preferences.ts');
    writePreference(paths, key, value);
  };
  return {
    read: () => readPreferences(paths.preferences).values,
    write(key, value) {
      const written = writing.then(() => write(key, value));
      writing = written.catch(() => undefined);
      return written;
    },
    settled: () => writing,
  };
}
