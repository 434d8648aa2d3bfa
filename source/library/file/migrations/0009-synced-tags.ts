/*
 * Own tags of articles in accounts. `item_tag` holds the tags of an article by the server's last word; where
 * the server keeps tags (`has_tags`), one that differs here waits to be sent as the kind 'tag NAME'. A tag
 * that goes because its article is dropped is no change of the reader's.
 */
export const syncedTags = `
ALTER TABLE account ADD COLUMN has_tags INTEGER NOT NULL DEFAULT 0;

CREATE TABLE item_tag (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account, id, name)
) STRICT;

CREATE TRIGGER own_tag_added_waits AFTER INSERT ON own_tag
WHEN EXISTS (SELECT 1 FROM item i JOIN account a ON a.n = i.account WHERE i.key = new.key AND a.has_tags) BEGIN
  DELETE FROM pending WHERE kind = 'tag ' || new.name AND tries = 0
    AND (account, id) IN (SELECT account, id FROM item WHERE key = new.key);
  UPDATE pending SET value = 1 WHERE kind = 'tag ' || new.name
    AND (account, id) IN (SELECT account, id FROM item WHERE key = new.key);
  INSERT INTO pending (account, id, kind, value) SELECT i.account, i.id, 'tag ' || new.name, 1 FROM item i
    WHERE i.key = new.key
      AND NOT EXISTS (SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = new.name)
      AND NOT EXISTS (SELECT 1 FROM pending p
        WHERE p.account = i.account AND p.id = i.id AND p.kind = 'tag ' || new.name);
END;
CREATE TRIGGER own_tag_removed_waits AFTER DELETE ON own_tag
WHEN EXISTS (SELECT 1 FROM article WHERE key = old.key)
  AND EXISTS (SELECT 1 FROM item i JOIN account a ON a.n = i.account WHERE i.key = old.key AND a.has_tags) BEGIN
  DELETE FROM pending WHERE kind = 'tag ' || old.name AND tries = 0
    AND (account, id) IN (SELECT account, id FROM item WHERE key = old.key);
  UPDATE pending SET value = 0 WHERE kind = 'tag ' || old.name
    AND (account, id) IN (SELECT account, id FROM item WHERE key = old.key);
  INSERT INTO pending (account, id, kind, value) SELECT i.account, i.id, 'tag ' || old.name, 0 FROM item i
    WHERE i.key = old.key
      AND EXISTS (SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = old.name)
      AND NOT EXISTS (SELECT 1 FROM pending p
        WHERE p.account = i.account AND p.id = i.id AND p.kind = 'tag ' || old.name);
END;
`;
