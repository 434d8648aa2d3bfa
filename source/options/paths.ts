import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import type {Options} from './options.ts';
import {userFolder} from './user-folder.ts';

/** Inkwell's own files and folders. */
export type Paths = Readonly<{
  config: string;
  data: string;
  cache: string;
  preferences: string;
  library: string;
}>;

export function findPaths(
  environment: NodeJS.ProcessEnv,
  options: Partial<Pick<Options, 'configDir' | 'library'>> = {},
): Paths {
  const folder = (kind: 'config' | 'data' | 'cache') =>
    userFolder(kind, {environment, platform: process.platform, home: homedir()});
  const config = options.configDir ? resolve(options.configDir) : folder('config');
  const data = folder('data');
  return {
    config,
    data,
    cache: folder('cache'),
    preferences: join(config, 'config.json'),
    library: options.library ? resolve(options.library) : join(data, 'library.db'),
  };
}

/** The folder of the publication that ships with Inkwell, beside the build or the sources. */
export function journalFolder(from = import.meta.dirname): string | undefined {
  const folder = join(from, 'journal');
  if (existsSync(join(folder, 'publication.yml'))) return folder;
  return dirname(from) === from ? undefined : journalFolder(dirname(from));
}
