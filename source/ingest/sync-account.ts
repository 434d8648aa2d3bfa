import type {Speeds} from '../domain/article/reading-time.ts';
import type {Opening, RoundMoved, RoundResult, RoundWish} from '../domain/sync/account.ts';
import type {Http} from '../http/http.ts';
import {syncStore} from '../library/sync/sync-store.ts';
import type {Library} from '../ports/library.ts';
import {openServer} from '../sync/open-server.ts';
import {round} from '../sync/round.ts';

/** One round of an account, in the thread that writes what came. */
export function syncAccount(
  {library, http, speeds}: Readonly<{library: Library; http: Http; speeds: Speeds}>,
  opening: Opening,
  wish: RoundWish,
  signal: AbortSignal,
  moved: (how: RoundMoved) => void,
): Promise<RoundResult> {
  const {name} = opening.account;
  return round({
    name,
    store: syncStore(work => library.inside(work), name),
    server: openServer(opening, http, signal),
    wish,
    speeds,
    signal,
    moved,
  });
}
