import {toProblem, type Problem} from '../domain/problem.ts';
import type {Asked, Fetched} from '../domain/publication/source.ts';
import {accountNumber} from '../library/sync/accounts.ts';
import {dropWaiting, forgetOthers, noteSeen, waitForSeen} from '../library/sync/mail-marks.ts';
import {syncStore} from '../library/sync/sync-store.ts';
import type {Library} from '../ports/library.ts';
import {lastState} from '../sources/mail/imap-state.ts';

/**
 * Sends the read marks of letters to their IMAP folder, if the reader asks for that. Returns why they could
 * not be sent; they wait then, and are sent with the next visit.
 */
export async function sendMailMarks(
  library: Library,
  {location, secret, marksSeen = false}: Asked,
  fetched: Fetched,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const uidValidity = lastState(fetched.validators)?.uidValidity;
  library.inside((database: Parameters<typeof accountNumber>[0]) => {
    const account = accountNumber(database, location);
    if (uidValidity !== undefined) forgetOthers(database, account, uidValidity);
    noteSeen(database, account, fetched.seen ?? []);
    if (marksSeen) waitForSeen(database, account);
    else dropWaiting(database, account);
  });
  if (!marksSeen || !secret) return undefined;
  const store = syncStore(work => library.inside(work), location);
  const values = ([1, 0] as const).filter(value => store.countWaiting({kind: 'read', value}) > 0);
  if (values.length === 0) return undefined;
  try {
    const [{withMarking}, {sendMarks}] = await Promise.all([
      import('../sources/mail/mark-seen.ts'),
      import('../sync/send-changes.ts'),
    ]);
    await withMarking(location, secret, signal, async markSeen => {
      for (const value of values)
        await sendMarks(
          {store, signal, moved: () => {}},
          {kind: 'read', value},
          ids => markSeen(ids, value === 1),
          {sent: 0},
        );
    });
    return undefined;
  } catch (error) {
    signal.throwIfAborted();
    return toProblem(error, location);
  }
}
