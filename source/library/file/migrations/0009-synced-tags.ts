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
${waits('added', 'INSERT', 'new', 1)}${waits('removed', 'DELETE', 'old', 0)}`;

function waits(what: string, event: string, row: 'new' | 'old', value: 0 | 1): string {
  const itsMark = `kind = 'tag ' || ${row}.name AND (account, id) IN (SELECT account, id FROM item WHERE key = ${row}.key)`;
  return `
CREATE TRIGGER own_tag_${what}_waits AFTER ${event} ON own_tag
WHEN EXISTS (SELECT 1 FROM article WHERE key = ${row}.key)
  AND EXISTS (SELECT 1 FROM item i JOIN account a ON a.n = i.account WHERE i.key = ${row}.key AND a.has_tags) BEGIN
  DELETE FROM pending WHERE tries = 0 AND ${itsMark};
  UPDATE pending SET value = ${value} WHERE ${itsMark};
  INSERT INTO pending (account, id, kind, value) SELECT account, id, 'tag ' || ${row}.name, ${value} FROM item i
    WHERE key = ${row}.key AND ${value} <> EXISTS (
      SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = ${row}.name)
    ON CONFLICT DO NOTHING;
END;`;
}
