import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {openLibrary} from '../../source/library/file/open-library.ts';
import {syncStore} from '../../source/library/sync/sync-store.ts';
import type {Library} from '../../source/ports/library.ts';
import type {AccountSettings, RoundResult, RoundWish} from '../../source/domain/sync/account.ts';
import {round} from '../../source/sync/round.ts';
import {openServer} from '../../source/sync/open-server.ts';
import {createHttp} from '../../source/http/http.ts';
import {temporaryFolder} from '../helpers/shelf.ts';
import {Double, type Dialect} from './double.ts';

export const NAME = 'home';

/** A library on this disk, and a server in some dialect that it has an account at. */
export type Desk = Readonly<{
  double: Double;
  library: Library;
  path: string;
  account: AccountSettings;
  sync(wish?: Partial<RoundWish>, signal?: AbortSignal): Promise<RoundResult>;
  /** The unread and the starred articles, as sorted addresses, and the feeds. */
  state(): {unread: string[]; starred: string[]; feeds: string[]};
  /** The id here of an article by its address. */
  idOf(url: string): string;
}>;

export async function desk(dialect?: Dialect, given?: Partial<AccountSettings>): Promise<Desk> {
  const double = await new Double(dialect).start();
  onTestFinished(() => double.stop());
  const path = join(temporaryFolder(), 'library.db');
  const library: Library = openLibrary(path, {now: Date.now});
  onTestFinished(() => library.close());
  const account: AccountSettings = {
    name: NAME,
    base: double.base,
    api: 'google-reader',
    server: dialect === undefined || dialect.fullWidth ? 'freshrss' : 'other',
    user: double.account.user,
    ...given,
  };
  return {
    double,
    library,
    path,
    account,
    sync: (wish, signal) => syncWith(library, account, double.account.password, wish, signal),
    state: () => stateOf(library),
    idOf(url) {
      const row = library.articleByUrl(url);
      if (!row) throw new Error(`no article ${url}`);
      return row.id;
    },
  };
}

export async function syncWith(
  library: Library,
  account: AccountSettings,
  password: string,
  wish: Partial<RoundWish> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<RoundResult> {
  const http = createHttp({environment: {}, random: () => 0, pause: async () => {}});
  try {
    return await round({
      name: account.name,
      store: syncStore(work => library.inside(work), account.name),
      server: openServer({account, password}, http, signal),
      wish: {newest: 1000, ...wish},
      signal,
      moved: () => {},
    });
  } finally {
    await http.close();
  }
}

export function stateOf(library: Library): {unread: string[]; starred: string[]; feeds: string[]} {
  const urls = (query: string): string[] =>
    library
      .window({query}, 0, 100_000)
      .rows.map(({url = ''}) => url)
      .sort();
  return {
    unread: urls('is:unread'),
    starred: urls('is:starred'),
    feeds: library
      .publications()
      .filter(({isListed}) => isListed)
      .map(({location, title, folder = ''}) => `${location} ${title} ${folder}`)
      .sort(),
  };
}
