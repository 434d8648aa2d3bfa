/*
 * Accounts at servers. `subscription` and `item` hold the server's last word; a publication or an entry that
 * differs from it is a change that waits to be sent. So what waits is a state: the last value counts, and one
 * that equals the server's is nothing to send. Marks are many and change in every way, so triggers note them,
 * in the transaction of the mark. What was tried once stays until the server has answered, since nobody knows
 * what it did.
 *
 * An item without a key is one that is not to be fetched again: its article was dropped here, or the server
 * has none.
 */
export const accounts = `
ALTER TABLE publication ADD COLUMN account TEXT;

CREATE TABLE account (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  synced_at TEXT,
  problem TEXT,
  missing INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE subscription (
  publication INTEGER PRIMARY KEY REFERENCES publication ON DELETE CASCADE,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  stream TEXT,
  title TEXT NOT NULL,
  folder TEXT,
  is_listed INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX subscription_stream ON subscription (account, stream);

CREATE TABLE item (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  id TEXT NOT NULL,
  key INTEGER UNIQUE REFERENCES article ON DELETE SET NULL ON UPDATE CASCADE,
  stamp INTEGER NOT NULL,
  is_read INTEGER NOT NULL,
  is_starred INTEGER NOT NULL,
  is_gone INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account, id)
) STRICT;
CREATE INDEX item_unread ON item (account, id) WHERE is_read = 0;
CREATE INDEX item_starred ON item (account, id) WHERE is_starred = 1;

CREATE TABLE pending (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  pid INTEGER,
  flown_at INTEGER,
  PRIMARY KEY (account, id, kind)
) STRICT;

CREATE TRIGGER entry_read_waits AFTER UPDATE OF is_read ON entry
WHEN old.is_read <> new.is_read AND EXISTS (SELECT 1 FROM item WHERE key = new.key) BEGIN
  INSERT INTO pending (account, id, kind, value) SELECT account, id, 'read', new.is_read FROM item WHERE key = new.key
  ON CONFLICT DO UPDATE SET value = excluded.value;
  DELETE FROM pending WHERE kind = 'read' AND tries = 0 AND (account, id) IN (
    SELECT account, id FROM item WHERE key = new.key AND is_read = new.is_read);
END;
CREATE TRIGGER entry_starred_waits AFTER UPDATE OF is_starred ON entry
WHEN old.is_starred <> new.is_starred AND EXISTS (SELECT 1 FROM item WHERE key = new.key) BEGIN
  INSERT INTO pending (account, id, kind, value) SELECT account, id, 'star', new.is_starred FROM item WHERE key = new.key
  ON CONFLICT DO UPDATE SET value = excluded.value;
  DELETE FROM pending WHERE kind = 'star' AND tries = 0 AND (account, id) IN (
    SELECT account, id FROM item WHERE key = new.key AND is_starred = new.is_starred);
END;
`;
