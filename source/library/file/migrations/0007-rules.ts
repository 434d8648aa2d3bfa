/*
 * Rules of the reader. `entry.is_hidden`: a rule has hidden the article; it counts nowhere, and `is_shown`
 * and the counts of its publication follow it. `state.rules`: the rules of the preferences as JSON, so that
 * every thread that stores articles finds them. `errand`: what a rule wants done outside of the library, for
 * the first thread to take.
 */
export const rules = `
ALTER TABLE state ADD COLUMN rules TEXT;
ALTER TABLE entry ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0;

DROP INDEX entry_publication;
DROP INDEX entry_position;
DROP INDEX entry_publication_unread;
CREATE INDEX entry_publication ON entry (publication, is_hidden);
CREATE INDEX entry_position ON entry (publication, position, is_hidden);
CREATE INDEX entry_publication_unread ON entry (publication, is_hidden) WHERE is_read = 0;

CREATE TABLE errand (
  n INTEGER PRIMARY KEY,
  key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  kind TEXT NOT NULL,
  name TEXT
) STRICT;
CREATE INDEX errand_key ON errand (key);

DROP TRIGGER entry_added;
DROP TRIGGER entry_removed;
DROP TRIGGER entry_read;
DROP TRIGGER publication_shown;
CREATE TRIGGER entry_added AFTER INSERT ON entry WHEN NOT new.is_hidden BEGIN
  UPDATE publication SET total = total + 1, unread = unread + (NOT new.is_read) WHERE n = new.publication;
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entry WHEN NOT old.is_hidden BEGIN
  UPDATE publication SET total = total - 1, unread = unread - (NOT old.is_read) WHERE n = old.publication;
END;
CREATE TRIGGER entry_read AFTER UPDATE OF is_read ON entry WHEN old.is_read <> new.is_read AND NOT new.is_hidden BEGIN
  UPDATE publication SET unread = unread + (NOT new.is_read) - (NOT old.is_read) WHERE n = new.publication;
END;
CREATE TRIGGER entry_hidden AFTER UPDATE OF is_hidden ON entry WHEN old.is_hidden <> new.is_hidden BEGIN
  UPDATE publication SET
    total = total + (NOT new.is_hidden) - (NOT old.is_hidden),
    unread = unread + (NOT new.is_read) * ((NOT new.is_hidden) - (NOT old.is_hidden))
  WHERE n = new.publication;
  UPDATE entry SET is_shown = (NOT new.is_hidden AND (SELECT is_listed AND NOT is_hidden FROM publication WHERE n = new.publication))
  WHERE key = new.key;
END;
CREATE TRIGGER publication_shown AFTER UPDATE OF is_listed, is_hidden ON publication BEGIN
  UPDATE entry SET is_shown = (new.is_listed AND NOT new.is_hidden AND NOT is_hidden)
  WHERE publication = new.n AND is_shown <> (new.is_listed AND NOT new.is_hidden AND NOT is_hidden);
END;
`;
