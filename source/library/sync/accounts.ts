import type {Problem} from '../../domain/problem.ts';
import type {AccountState} from '../../domain/sync/account.ts';
import type {Database} from '../file/database.ts';
import {given} from '../listing/rows.ts';
import {object} from '../state/publications.ts';
import {waitingFeeds} from './feeds.ts';

/** The account's number; it is made with the first round. */
export function accountNumber(database: Database, name: string): number {
  const find = (): number => database.count('SELECT n FROM account WHERE name = ?', name);
  const known = find();
  if (known > 0) return known;
  return database.write(() => {
    database.run('INSERT INTO account (name) VALUES (?) ON CONFLICT DO NOTHING', name);
    return find();
  });
}

type Columns = {n: number; name: string; synced_at: string | null; problem: string | null; missing: number};

/** Mailboxes keep what waits to be sent as accounts do, under their location. */
const IS_SERVER = "name NOT LIKE 'imap://%' AND name NOT LIKE 'imaps://%'";

export function accountStates(database: Database): readonly AccountState[] {
  return database.all<Columns>(`SELECT * FROM account WHERE ${IS_SERVER} ORDER BY n`).map(columns => {
    const {n, name, missing} = columns;
    const problem = object(columns.problem) as Problem | undefined;
    return {
      name,
      feeds: database.count(
        'SELECT count(*) FROM subscription s JOIN publication p ON p.n = s.publication WHERE s.account = ? AND p.is_listed',
        n,
      ),
      articles: database.count('SELECT count(*) FROM item WHERE account = ? AND key IS NOT NULL', n),
      waiting: waitingIn(database, n),
      missing,
      ...given({syncedAt: columns.synced_at}),
      ...(problem && {problem}),
    };
  });
}

export function waitingIn(database: Database, account: number): number {
  return (
    database.count('SELECT count(*) FROM pending WHERE account = ?', account) +
    waitingFeeds(database, account).length
  );
}

/** Notes how a round has ended. A failed one leaves the time of the last good one. */
export function noteRound(
  database: Database,
  account: number,
  {problem, missing}: Readonly<{problem: Problem | undefined; missing: number}>,
): void {
  database.write(
    () => {
      database.run(
        'UPDATE account SET problem = ?, missing = ? WHERE n = ?',
        problem ? JSON.stringify(problem) : null,
        missing,
        account,
      );
      if (!problem)
        database.run(
          'UPDATE account SET synced_at = ? WHERE n = ?',
          new Date(database.now()).toISOString(),
          account,
        );
    },
    {isDurable: false},
  );
}

/**
 * The account goes. Its publications stop being followed, or are from now on fetched from their own sites.
 */
export function dropAccount(database: Database, name: string, {keepsFeeds}: {keepsFeeds: boolean}): number {
  return database.write(
    () => {
      const feeds = database.count('SELECT count(*) FROM publication WHERE account = ? AND is_listed', name);
      if (!keepsFeeds)
        database.run(
          'UPDATE publication SET is_listed = 0, opened_at = ? WHERE account = ? AND is_listed',
          database.now(),
          name,
        );
      database.run('UPDATE publication SET account = NULL, fetched_at = NULL WHERE account = ?', name);
      database.run('DELETE FROM account WHERE name = ?', name);
      return feeds;
    },
    {trying: 'The account could not be removed'},
  );
}
