import type {AccountSettings, RoundResult, RoundWish} from '../../source/domain/sync/account.ts';
import {createHttp} from '../../source/http/http.ts';
import {syncStore} from '../../source/library/sync/sync-store.ts';
import type {Library} from '../../source/ports/library.ts';
import {openServer} from '../../source/sync/open-server.ts';
import {round} from '../../source/sync/round.ts';

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

export function stateOf(library: Library): {
  unread: string[];
  starred: string[];
  tags: string[];
  feeds: string[];
} {
  const urls = (query: string): string[] =>
    library
      .window({query}, 0, 100_000)
      .rows.map(({url = ''}) => url)
      .sort();
  return {
    unread: urls('is:unread'),
    starred: urls('is:starred'),
    tags: library
      .window({query: ''}, 0, 100_000)
      .rows.flatMap(({url = '', ownTags = []}) => ownTags.map(name => `${url} ${name}`))
      .sort(),
    feeds: library
      .publications()
      .filter(({isListed}) => isListed)
      .map(({location, title, folder = ''}) => `${location} ${title} ${folder}`)
      .sort(),
  };
}
