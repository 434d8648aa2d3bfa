-- A library of version 6 as it was written then. Never changed: what people have on their disks is not either.
PRAGMA application_id = 1231973239;

CREATE TABLE state (
  change INTEGER NOT NULL DEFAULT 0,
  visited_at INTEGER NOT NULL DEFAULT 0,
  visit_before INTEGER NOT NULL DEFAULT 0,
  unindexed_below INTEGER
) STRICT;
INSERT INTO state DEFAULT VALUES;

CREATE TABLE publication (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  location TEXT NOT NULL,
  title TEXT NOT NULL,
  tagline TEXT,
  homepage TEXT,
  language TEXT,
  newsletter TEXT,
  found_newsletter TEXT,
  settings TEXT NOT NULL DEFAULT '{}',
  feed_url TEXT,
  etag TEXT,
  last_modified TEXT,
  fetched_at TEXT,
  due_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  is_listed INTEGER NOT NULL,
  is_hidden INTEGER NOT NULL DEFAULT 0,
  is_muted INTEGER NOT NULL DEFAULT 0,
  folder TEXT,
  rank INTEGER NOT NULL DEFAULT 0,
  in_source INTEGER NOT NULL DEFAULT 0,
  opened_at INTEGER NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  unread INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  url TEXT,
  excerpt TEXT,
  category TEXT,
  tags TEXT NOT NULL,
  authors TEXT NOT NULL,
  published_at TEXT,
  updated_at TEXT,
  words INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  is_partial INTEGER NOT NULL,
  image TEXT,
  path TEXT,
  related TEXT,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;

CREATE TABLE entry (
  key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  publication INTEGER NOT NULL REFERENCES publication ON DELETE CASCADE,
  position INTEGER NOT NULL,
  is_shown INTEGER NOT NULL,
  is_read INTEGER NOT NULL DEFAULT 0,
  is_starred INTEGER NOT NULL DEFAULT 0,
  is_partial INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  progress REAL NOT NULL DEFAULT 0,
  block INTEGER,
  offset INTEGER,
  added_at INTEGER NOT NULL,
  touched_at INTEGER
) STRICT;
CREATE INDEX entry_shown ON entry (is_shown);
CREATE INDEX entry_publication ON entry (publication);
CREATE INDEX entry_position ON entry (publication, position);
CREATE INDEX entry_unread ON entry (is_shown) WHERE is_read = 0;
CREATE INDEX entry_publication_unread ON entry (publication) WHERE is_read = 0;
CREATE INDEX entry_starred ON entry (is_shown) WHERE is_starred = 1;
CREATE INDEX entry_started ON entry (touched_at) WHERE progress > 0 AND is_read = 0;

CREATE TABLE body (
  key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  format TEXT NOT NULL,
  base TEXT,
  content BLOB NOT NULL,
  markdown BLOB
) STRICT;

CREATE TABLE label (
  key INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE term USING fts5 (
  title, author, tag, category, excerpt, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE run (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  pid INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE act (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
  description TEXT NOT NULL,
  taking_back BLOB NOT NULL
) STRICT;

CREATE TABLE signup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  publication_id TEXT NOT NULL,
  publication_title TEXT NOT NULL,
  email TEXT,
  host TEXT,
  provider TEXT,
  at TEXT NOT NULL,
  state TEXT NOT NULL,
  message TEXT,
  confirmation TEXT,
  confirmed_at TEXT,
  left_at TEXT,
  letters TEXT
) STRICT;

CREATE TABLE saved_query (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL
) STRICT;

CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
  UPDATE publication SET total = total + 1, unread = unread + (NOT new.is_read) WHERE n = new.publication;
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
  UPDATE publication SET total = total - 1, unread = unread - (NOT old.is_read) WHERE n = old.publication;
END;
CREATE TRIGGER entry_read AFTER UPDATE OF is_read ON entry WHEN old.is_read <> new.is_read BEGIN
  UPDATE publication SET unread = unread + (NOT new.is_read) - (NOT old.is_read) WHERE n = new.publication;
END;
CREATE TRIGGER publication_shown AFTER UPDATE OF is_listed, is_hidden ON publication BEGIN
  UPDATE entry SET is_shown = (new.is_listed AND NOT new.is_hidden)
  WHERE publication = new.n AND is_shown <> (new.is_listed AND NOT new.is_hidden);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  DELETE FROM term WHERE rowid = old.key;
END;

ALTER TABLE article ADD COLUMN guid TEXT;
ALTER TABLE article ADD COLUMN comments TEXT;
ALTER TABLE article ADD COLUMN enclosures TEXT;
ALTER TABLE publication ADD COLUMN is_private INTEGER;

CREATE TABLE own_tag (
  key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (key, name)
) STRICT;
CREATE INDEX own_tag_name ON own_tag (name, key);

INSERT INTO publication (n, id, location, title, tagline, language, settings, etag, fetched_at, is_listed, folder, rank, in_source, opened_at)
  VALUES (1, 'publicationa', 'https://example.com/feed', 'Notes from the well', 'One a week', 'en', '{"name":"The well"}', '"7"', '2026-11-20T08:00:00.000Z', 1, 'Work', 1, 1, 1795000000000);
INSERT INTO article (key, id, title, url, excerpt, category, tags, authors, published_at, words, minutes, is_partial, fingerprint)
  VALUES (3763453132800000, 'articleaaaaa', 'A cache is a promise', 'https://example.com/cache', 'In short.', 'Engineering', '["caching"]', '[{"name":"Ida Okafor"}]', '2026-11-19T08:00:00.000Z', 900, 4, 0, 'x'),
         (3763453132700000, 'articlebbbbb', 'Queues are for people', NULL, NULL, NULL, '[]', '[]', NULL, 100, 1, 1, 'y');
INSERT INTO entry (key, publication, position, is_shown, is_read, is_starred, is_partial, minutes, progress, block, offset, added_at, touched_at)
  VALUES (3763453132800000, 1, 0, 1, 0, 1, 0, 4, 0.5, 12, 7, 1795000000000, 1795000500000),
         (3763453132700000, 1, 1, 1, 1, 0, 1, 1, 0, NULL, NULL, 1795000000000, NULL);
INSERT INTO label (key, text) VALUES (3763453132800000, 'a cache is a promise
ida okafor'), (3763453132700000, 'queues are for people
');
INSERT INTO term (rowid, title, author, tag, category, excerpt, body) VALUES (3763453132800000, 'A cache is a promise', 'Ida Okafor', 'caching', 'Engineering', 'In short.', 'Every cache answers two questions');
INSERT INTO signup (publication_id, publication_title, email, host, at, state) VALUES ('publicationa', 'Notes from the well', 'reader@example.com', 'example.com', '2026-11-20T09:00:00.000Z', 'requested');
INSERT INTO saved_query (name, query) VALUES ('Short', 'read:<5m');
UPDATE article SET guid = 'urn:cache', comments = 'https://talk.example/1', enclosures = '[{"url":"https://example.com/1.mp3","type":"audio/mpeg","length":1000,"seconds":60}]' WHERE id = 'articleaaaaa';
UPDATE publication SET is_private = 0;
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
INSERT INTO account (name, synced_at) VALUES ('home', '2026-11-20T09:00:00.000Z');
UPDATE publication SET account = 'home' WHERE id = 'publicationa';
INSERT INTO subscription (publication, account, stream, title, folder, is_listed) SELECT n, 1, 'feed/7', title, folder, 1 FROM publication WHERE id = 'publicationa';
INSERT INTO item (account, id, key, stamp, is_read, is_starred) SELECT 1, '1795901736470441', key, 1795901736470441, 0, 1 FROM article WHERE id = 'articleaaaaa';
INSERT INTO pending (account, id, kind, value) VALUES (1, '1795901736470441', 'read', 1);
INSERT INTO own_tag (key, name) SELECT key, 'later' FROM article WHERE id = 'articleaaaaa';

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
UPDATE state SET rules = '[{"query":"title:/cache/i","do":["star"]}]';
INSERT INTO errand (key, kind, name) SELECT key, 'notify', NULL FROM article WHERE id = 'articleaaaaa';
ALTER TABLE publication ADD COLUMN own_settings TEXT;
UPDATE publication SET own_settings = '{"order":"oldest"}';
ALTER TABLE account ADD COLUMN has_tags INTEGER NOT NULL DEFAULT 0;

CREATE TABLE item_tag (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account, id, name)
) STRICT;

CREATE TRIGGER own_tag_added_waits AFTER INSERT ON own_tag
WHEN EXISTS (SELECT 1 FROM article WHERE key = new.key)
  AND EXISTS (SELECT 1 FROM item i JOIN account a ON a.n = i.account WHERE i.key = new.key AND a.has_tags) BEGIN
  DELETE FROM pending WHERE tries = 0 AND kind = 'tag ' || new.name AND (account, id) IN (SELECT account, id FROM item WHERE key = new.key);
  UPDATE pending SET value = 1 WHERE kind = 'tag ' || new.name AND (account, id) IN (SELECT account, id FROM item WHERE key = new.key);
  INSERT INTO pending (account, id, kind, value) SELECT account, id, 'tag ' || new.name, 1 FROM item i
    WHERE key = new.key AND 1 <> EXISTS (
      SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = new.name)
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER own_tag_removed_waits AFTER DELETE ON own_tag
WHEN EXISTS (SELECT 1 FROM article WHERE key = old.key)
  AND EXISTS (SELECT 1 FROM item i JOIN account a ON a.n = i.account WHERE i.key = old.key AND a.has_tags) BEGIN
  DELETE FROM pending WHERE tries = 0 AND kind = 'tag ' || old.name AND (account, id) IN (SELECT account, id FROM item WHERE key = old.key);
  UPDATE pending SET value = 0 WHERE kind = 'tag ' || old.name AND (account, id) IN (SELECT account, id FROM item WHERE key = old.key);
  INSERT INTO pending (account, id, kind, value) SELECT account, id, 'tag ' || old.name, 0 FROM item i
    WHERE key = old.key AND 0 <> EXISTS (
      SELECT 1 FROM item_tag t WHERE t.account = i.account AND t.id = i.id AND t.name = old.name)
    ON CONFLICT DO NOTHING;
END;
UPDATE account SET has_tags = 1;
INSERT INTO item_tag (account, id, name) VALUES (1, '1795901736470441', 'later');
PRAGMA user_version = 9;
