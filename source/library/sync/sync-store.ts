import type {Problem} from '../../domain/problem.ts';
import type {Database} from '../file/database.ts';
import {accountNumber, noteRound, waitingIn} from './accounts.ts';
import {confirmFeed, mergeFeeds, waitingFeeds} from './feeds.ts';
import {noteAbsent, noteFetched, placeItems, publicationsByStream, storeItems} from './items.ts';
import {agreedIds, applyMarks, countItems, lastChange, missingIds, noteGone} from './states.ts';
import {agreedTags, applyTag, beginTags, endTags, forgetTags, keepsTags, waitingTags} from './tags.ts';
import {claimMarks, confirmMarks, countWaiting, releaseMarks, stampsOf} from './waiting-marks.ts';

/** Does a piece of work on the library's database. */
export type Inside = <Result>(work: (database: Database) => Result) => Result;

/** The arguments of a function behind its database and the account. */
type Rest<F> = F extends (database: Database, account: number, ...rest: infer R) => unknown ? R : never;

/** Reads and writes one account for a round. */
export function syncStore(inside: Inside, name: string) {
  const n = inside(database => accountNumber(database, name));
  return {
    lastChange: () => inside(lastChange),
    waitingFeeds: () => inside(database => waitingFeeds(database, n)),
    confirmFeed: (...args: Parameters<typeof confirmFeed> extends [Database, ...infer R] ? R : never) =>
      inside(database => confirmFeed(database, ...args)),
    mergeFeeds: (
      feeds: Parameters<typeof mergeFeeds>[2],
      wish: Readonly<{isAccepted: boolean; hidesDuplicates: boolean}>,
    ) => inside(database => mergeFeeds(database, {n, name}, feeds, wish)),
    publications: () => inside(database => publicationsByStream(database, n)),

    countWaiting: (...args: Rest<typeof countWaiting>) =>
      inside(database => countWaiting(database, n, ...args)),
    claimMarks: (...args: Rest<typeof claimMarks>) => inside(database => claimMarks(database, n, ...args)),
    confirmMarks: (...args: Rest<typeof confirmMarks>) =>
      inside(database => confirmMarks(database, n, ...args)),
    releaseMarks: (...args: Rest<typeof releaseMarks>) =>
      inside(database => releaseMarks(database, n, ...args)),
    stampsOf: (...args: Rest<typeof stampsOf>) => inside(database => stampsOf(database, n, ...args)),

    agreedTags: () => inside(database => agreedTags(database, n)),
    beginTags: (...args: Rest<typeof beginTags>) => inside(database => beginTags(database, n, ...args)),
    endTags: () => inside(database => endTags(database, n)),
    forgetTags: () => inside(database => forgetTags(database, n)),
    keepsTags: () => inside(database => keepsTags(database, n)),
    waitingTags: () => inside(database => waitingTags(database, n)),
    applyTag: (...args: Rest<typeof applyTag>) => inside(database => applyTag(database, n, ...args)),

    agreedIds: (...args: Rest<typeof agreedIds>) => inside(database => agreedIds(database, n, ...args)),
    countItems: () => inside(database => countItems(database, n)),
    missingIds: (...args: Rest<typeof missingIds>) => inside(database => missingIds(database, n, ...args)),
    applyMarks: (...args: Rest<typeof applyMarks>) => inside(database => applyMarks(database, n, ...args)),
    noteGone: (...args: Rest<typeof noteGone>) => inside(database => noteGone(database, n, ...args)),

    storeItems: (...args: Rest<typeof storeItems>) => inside(database => storeItems(database, n, ...args)),
    noteAbsent: (...args: Rest<typeof noteAbsent>) => inside(database => noteAbsent(database, n, ...args)),
    placeItems: (...args: Rest<typeof placeItems>) => inside(database => placeItems(database, n, ...args)),

    waiting: () => inside(database => waitingIn(database, n)),
    end: (how: Readonly<{problem: Problem | undefined; missing: number}>) =>
      inside(database => {
        if (!how.problem) noteFetched(database, n);
        noteRound(database, n, how);
      }),
  };
}

export type SyncStore = ReturnType<typeof syncStore>;
