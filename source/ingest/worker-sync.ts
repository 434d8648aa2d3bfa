import type {Sync} from '../ports/fetching.ts';
import type {Library} from '../ports/library.ts';
import {accountNumber, accountStates, dropAccount} from '../library/sync/accounts.ts';
import {wishFeed} from '../library/sync/feeds.ts';
import type {SupervisedWorker} from './supervised-worker.ts';

/**
 * Servers are asked by the worker, which writes what they say into the library; what is quick is done here.
 */
export function workerSync(worker: SupervisedWorker, library: Library): Sync {
  return {
    round: (opening, wish, onMoved, signal) =>
      worker.callMoving(onMoved, opening.account.name, signal, 'sync', opening, wish),
    find: (typed, how, signal) => worker.call(typed, signal, 'findServer', typed, how),
    test: (opening, signal) => worker.call(opening.account.name, signal, 'testAccount', opening),
    states: () => library.inside(accountStates),
    wish(name, location, options) {
      const source = library.follow(location, {...options, isListed: true});
      library.inside((database: Parameters<typeof accountNumber>[0]) =>
        wishFeed(database, {n: accountNumber(database, name), name}, source.publicationId),
      );
      return source;
    },
    drop: (name, keepsFeeds) =>
      library.inside((database: Parameters<typeof dropAccount>[0]) =>
        dropAccount(database, name, {keepsFeeds}),
      ),
  };
}
