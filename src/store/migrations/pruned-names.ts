/** Version 5. The names of items that were pruned, as hashes: a source that offers one again offers nothing new. */
export const PRUNED_NAMES = `
CREATE TABLE pruned (
  source TEXT NOT NULL,
  name BLOB NOT NULL,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
`
