import type {Database} from '../file/database.ts';

/** A reader sits down: what has come in since she last did is `is:new` from now on. */
export function beginVisit(database: Database): void {
  database.write(
    () => {
      const now = Math.floor(database.now());
      if (database.has('SELECT 1 FROM state WHERE visited_at > ?', now)) forgetTheFuture(database, now);
      database.run('UPDATE state SET visit_before = visited_at, visited_at = ?', now);
    },
    {
      trying: 'The visit could not be noted',
      isDurable: false,
    },
  );
}

/**
 * The clock was ahead and has been set right: what came in or was read by it would be the latest for long.
 */
function forgetTheFuture(database: Database, now: number): void {
  database.run('UPDATE state SET visited_at = ?', now);
  database.run('UPDATE entry SET added_at = ? WHERE added_at > ?', now, now);
  database.run('UPDATE entry SET touched_at = ? WHERE touched_at > ?', now, now);
}
