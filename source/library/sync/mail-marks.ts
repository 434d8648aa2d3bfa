import type {MailPlace} from '../../domain/article/article.ts';
import type {Database} from '../file/database.ts';

export type PlacedMail = Readonly<{articleId: string; place: MailPlace}>;

/**
 * Notes the places of letters in a mailbox. From then on a change of their read mark waits to be sent, as
 * with the articles of an account. A letter that has another place now keeps what waits.
 */
export function placeMails(database: Database, account: number, mails: readonly PlacedMail[]): void {
  if (mails.length === 0) return;
  database.write(
    () => {
      for (const {articleId, place} of mails) placeMail(database, account, articleId, place);
    },
    {isDurable: false},
  );
}

function placeMail(database: Database, account: number, articleId: string, place: MailPlace): void {
  const [before] = database.all<{id: string}>(
    'SELECT i.id FROM item i JOIN article a ON a.key = i.key WHERE a.id = ? AND i.account = ?',
    articleId,
    account,
  );
  if (before && before.id !== place.id)
    for (const table of ['item', 'pending'])
      database.run(
        `UPDATE OR REPLACE ${table} SET id = ? WHERE account = ? AND id = ?`,
        place.id,
        account,
        before.id,
      );
  database.run(
    `INSERT INTO item (account, id, key, stamp, is_read, is_starred)
     SELECT ?, ?, key, 0, ?, 0 FROM article WHERE id = ?
     ON CONFLICT DO UPDATE SET is_read = excluded.is_read`,
    account,
    place.id,
    Number(place.isSeen),
    articleId,
  );
}

/** The server has numbered its mails anew; those that were not named again are gone there. */
export function forgetOthers(database: Database, account: number, uidValidity: string): void {
  const prefix = `${uidValidity}.`;
  const others = 'account = ? AND substr(id, 1, length(?)) <> ?';
  if (!database.has(`SELECT 1 FROM item WHERE ${others}`, account, prefix, prefix)) return;
  database.write(
    () => {
      for (const table of ['item', 'pending'])
        database.run(`DELETE FROM ${table} WHERE ${others}`, account, prefix, prefix);
    },
    {isDurable: false},
  );
}

/** The server's own marks have changed. They stay there; but what is seen there need not be sent. */
export function noteSeen(database: Database, account: number, mails: readonly MailPlace[]): void {
  if (mails.length === 0) return;
  database.write(
    () => {
      for (const {id, isSeen} of mails) {
        const where = 'account = ? AND id = ?';
        database.run(`UPDATE item SET is_read = ? WHERE ${where}`, Number(isSeen), account, id);
        // The server has got there by itself.
        database.run(
          `DELETE FROM pending WHERE ${where} AND kind = 'read' AND value = ? AND tries = 0`,
          account,
          id,
          Number(isSeen),
        );
      }
    },
    {isDurable: false},
  );
}

/** A visit that ends early goes on from here. */
export function keepValidator(database: Database, publicationId: string, etag: string): void {
  database.write(() => database.run('UPDATE publication SET etag = ? WHERE id = ?', etag, publicationId), {
    isDurable: false,
  });
}

/** Letters that are read here and not seen there wait, also those from before anybody asked for it. */
export function waitForSeen(database: Database, account: number): void {
  const unseen = `SELECT i.account, i.id, 'read', 1 FROM item i JOIN entry e ON e.key = i.key
    WHERE i.account = ? AND e.is_read = 1 AND i.is_read = 0
      AND NOT EXISTS (SELECT 1 FROM pending p WHERE p.account = i.account AND p.id = i.id AND p.kind = 'read')`;
  if (!database.has(unseen, account)) return;
  database.write(() => database.run(`INSERT INTO pending (account, id, kind, value) ${unseen}`, account), {
    isDurable: false,
  });
}

/** Nobody asks for marks to be sent, so none waits. */
export function dropWaiting(database: Database, account: number): void {
  if (!database.has('SELECT 1 FROM pending WHERE account = ?', account)) return;
  database.write(() => database.run('DELETE FROM pending WHERE account = ?', account), {isDurable: false});
}
