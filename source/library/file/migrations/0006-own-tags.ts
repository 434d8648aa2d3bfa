/** The reader's own tags on articles, beside those that the source gives. */
export const ownTags = `
CREATE TABLE own_tag (
  key INTEGER NOT NULL REFERENCES article ON DELETE CASCADE ON UPDATE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (key, name)
) STRICT;
CREATE INDEX own_tag_name ON own_tag (name, key);
`;
