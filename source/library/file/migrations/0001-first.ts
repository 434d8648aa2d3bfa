/*
 * An article's key is its date: seconds since 1970, then 21 bits that tell articles of one second apart. So a
 * scan by key is the list "newest first", and full-text hits, which come by key, come by date. Negative
 * before 1970.
 *
 * `article` holds heads and is wide; `entry` holds what lists are made of and is narrow, so that the deepest
 * window and every count read little. `is_shown` repeats what the publication says (listed and not hidden)
 * for its indexes. Entries whose position is `in_source` or more have left their source.
 */
export const first = `
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
  message TEXT
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
`;
