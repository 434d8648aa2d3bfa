import type {Database} from './database.ts';

/** A reader sits down: what has come in since she last did is `is:new` from now on. */
export function beginVisit(database: Database): void {
  database.write(
    () =>
      database.run('UPDATE state SET visit_before = visited_at, visited_at = ?', Math.floor(database.now())),
    {
      trying: 'The visit could not be noted',
      isDurable: false,
    },
  );
}
