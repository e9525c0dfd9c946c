/**
 * Steps by which the tables came to be as they are; step N brings a file to version N. Files in the
 * world have passed through them: append to the list, never edit it.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Facts: what persons gave. Rows are added and never changed.
  CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed BLOB NOT NULL          -- zlib
  ) STRICT;

  CREATE TABLE given (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    value TEXT NOT NULL           -- JSON
  ) STRICT;
  CREATE INDEX given_source ON given (source);

  -- Derived: made from the facts by rules, and thrown away at will.
  CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    position INTEGER NOT NULL,    -- place within the source
    revision INTEGER NOT NULL,    -- of the source, when it was read
    article_id TEXT,
    published TEXT,
    article TEXT,                 -- JSON
    layers BLOB,                  -- JSON, zlib
    failure TEXT,                 -- JSON
    UNIQUE (source, position)
  ) STRICT;
  CREATE INDEX report_article ON report (article_id);

  CREATE VIEW shown AS
    SELECT * FROM report AS r
    WHERE r.failure IS NULL AND NOT EXISTS (
      SELECT 1 FROM report AS e
      WHERE e.article_id = r.article_id AND e.failure IS NULL
        AND (e.source, e.position) < (r.source, r.position)
    );

  CREATE TABLE link (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,          -- JSON
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX link_id ON link (id);

  -- rowid is that of the report
  CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
  `,
  `
  -- Facts: records of a web archive that hold no report themselves (requests, redirects, feeds, and
  -- answers whose body is kept already), with the source they belong to.
  CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    source INTEGER REFERENCES source (id),
    sha256 TEXT NOT NULL UNIQUE,
    packed BLOB NOT NULL          -- zlib
  ) STRICT;
  CREATE INDEX record_source ON record (source);

  -- The body inside a source that was fetched, as it came over the wire.
  CREATE TABLE payload (
    sha256 TEXT PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id)
  ) STRICT;

  -- When addresses were asked for last, and what they answered.
  CREATE TABLE visit (
    url TEXT PRIMARY KEY,
    value TEXT NOT NULL           -- JSON
  ) STRICT;

  -- Entries of feeds that were met.
  CREATE TABLE entry (
    feed TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,          -- JSON
    PRIMARY KEY (feed, key)
  ) STRICT, WITHOUT ROWID;

  -- Derived: a page that was fetched again and has changed is another version of one article. Its id as
  -- it was read is that of the page; the id under which it is shown is null where nothing is new in it.
  ALTER TABLE source ADD COLUMN added TEXT;        -- ISO 8601; null for those kept before it was noted
  ALTER TABLE report ADD COLUMN page TEXT;
  ALTER TABLE report ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE report ADD COLUMN content TEXT;      -- hash of what a reader sees
  ALTER TABLE report ADD COLUMN fetched TEXT;
  UPDATE report SET page = article_id;
  UPDATE report SET article_id = NULL WHERE id NOT IN (SELECT id FROM shown);
  CREATE INDEX report_page ON report (page);
  DROP VIEW shown;
  CREATE VIEW shown AS SELECT * FROM report WHERE failure IS NULL AND article_id IS NOT NULL;
  DELETE FROM state WHERE key = 'rules';           -- so that all is made anew at the next writing
  `,
  `
  -- Derived: which reports hang together. Links are made and kept part by part, so that a report that is added
  -- touches only the part it belongs to.
  ALTER TABLE report ADD COLUMN linked INTEGER NOT NULL DEFAULT 0;   -- 1 where the links have it as it is
  CREATE INDEX report_unlinked ON report (id) WHERE linked = 0;
  CREATE INDEX report_unanalyzed ON report (id) WHERE layers IS NULL AND failure IS NULL;
  CREATE INDEX report_undated ON report (id)
    WHERE article ->> '$.published.basis' IN ('unknown', 'copy');
  CREATE TRIGGER report_changed AFTER UPDATE OF article_id, version, article, layers, failure ON report BEGIN
    UPDATE report SET linked = 0 WHERE id = NEW.id;
  END;

  CREATE TABLE near (
    place INTEGER PRIMARY KEY,    -- among all reports, by publication
    report INTEGER,               -- null where it has gone
    article_id TEXT NOT NULL,
    sketch BLOB NOT NULL,         -- what it is found and compared by
    ties TEXT,                    -- JSON; null until they are looked for
    part INTEGER                  -- place of the first report of the part
  ) STRICT;
  CREATE INDEX near_report ON near (report);
  CREATE INDEX near_part ON near (part);
  CREATE TRIGGER report_gone AFTER DELETE ON report BEGIN
    UPDATE near SET report = NULL WHERE report = OLD.id;
  END;

  CREATE TABLE near_key (
    kind INTEGER NOT NULL,
    key INTEGER NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (kind, key, place)
  ) STRICT, WITHOUT ROWID;

  DROP TABLE link;
  CREATE TABLE part (
    id INTEGER PRIMARY KEY,
    published TEXT NOT NULL,      -- day and id of its first report: the order of parts
    article TEXT NOT NULL
  ) STRICT;
  CREATE TABLE link (
    part INTEGER NOT NULL,
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    value TEXT NOT NULL,          -- JSON
    PRIMARY KEY (part, kind, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_id ON link (id);
  DELETE FROM state WHERE key = 'rules';
  `,
  `
  -- Derived: which reports are bound to each other, to be gone through both ways.
  DELETE FROM near;
  DELETE FROM near_key;
  CREATE TABLE near_bond (
    place INTEGER NOT NULL,
    earlier INTEGER NOT NULL,
    strength REAL NOT NULL,
    PRIMARY KEY (place, earlier)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX near_bond_earlier ON near_bond (earlier, place, strength);

  DROP INDEX report_undated;

  -- Sources that were not read, or for which something more was given since.
  CREATE TABLE unread (source INTEGER PRIMARY KEY) STRICT;
  INSERT INTO unread SELECT id FROM source;
  CREATE TRIGGER source_new AFTER INSERT ON source BEGIN
    INSERT INTO unread (source) VALUES (NEW.id);
  END;
  CREATE TRIGGER source_given AFTER INSERT ON given BEGIN
    INSERT OR IGNORE INTO unread (source) VALUES (NEW.source);
  END;
  DELETE FROM state WHERE key = 'rules';
  `,
];
