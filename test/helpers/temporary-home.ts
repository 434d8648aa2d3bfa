import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export type Home = Readonly<{
  folder: string;
  environment: Readonly<Record<string, string>>;
  remove: () => Promise<void>;
}>;

/** An empty home of its own: nothing of the developer's configuration is read or touched. */
export async function temporaryHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-home-'));
  const environment = {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
  return {folder, environment, remove: () => rm(folder, {recursive: true, force: true, maxRetries: 3})};
}
