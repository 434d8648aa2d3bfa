import {join, resolve} from 'node:path';
import envPaths from 'env-paths';
import type {Options} from './options.ts';

/** Where Inkwell keeps its files: the XDG folders where they are set, else the usual ones of the platform. */
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
  const usual = envPaths('inkwell', {suffix: ''});
  const folder = (variable: string, otherwise: string) => {
    const base = environment[variable];
    // A relative path in an XDG variable is to be ignored, says the specification.
    return base?.startsWith('/') || (base && process.platform === 'win32')
      ? join(base, 'inkwell')
      : otherwise;
  };
  const config = options.configDir ? resolve(options.configDir) : folder('XDG_CONFIG_HOME', usual.config);
  const data = folder('XDG_DATA_HOME', usual.data);
  return {
    config,
    data,
    cache: folder('XDG_CACHE_HOME', usual.cache),
    preferences: join(config, 'config.json'),
    library: options.library ? resolve(options.library) : join(data, 'library.db'),
  };
}
