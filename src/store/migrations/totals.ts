/** Version 2. Totals are kept as rows come and go: counting a million rows at every pass would cost more than the pass. */
export const TOTALS = `
CREATE TABLE totals (
  name TEXT PRIMARY KEY,
  total INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO totals VALUES
  ('items', (SELECT count(*) FROM items)),
  ('stories', (SELECT count(*) FROM stories)),
  ('decisions', (SELECT count(*) FROM decisions));

CREATE TRIGGER items_come AFTER INSERT ON items BEGIN UPDATE totals SET total = total + 1 WHERE name = 'items'; END;
CREATE TRIGGER items_go AFTER DELETE ON items BEGIN UPDATE totals SET total = total - 1 WHERE name = 'items'; END;
CREATE TRIGGER stories_come AFTER INSERT ON stories BEGIN UPDATE totals SET total = total + 1 WHERE name = 'stories'; END;
CREATE TRIGGER stories_go AFTER DELETE ON stories BEGIN UPDATE totals SET total = total - 1 WHERE name = 'stories'; END;
CREATE TRIGGER decisions_come AFTER INSERT ON decisions BEGIN UPDATE totals SET total = total + 1 WHERE name = 'decisions'; END;
CREATE TRIGGER decisions_go AFTER DELETE ON decisions BEGIN UPDATE totals SET total = total - 1 WHERE name = 'decisions'; END;
`
