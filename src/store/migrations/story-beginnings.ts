/** Version 3. When a story was first seen: the archive of a month holds what that month found, so that a closed one never misses any. */
export const STORY_BEGINNINGS = `
ALTER TABLE stories ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
UPDATE stories SET begun = (
  SELECT CAST(unixepoch(min(json_extract(c.json, '$.firstSeen')), 'subsec') * 1000 AS INTEGER)
  FROM items i JOIN contents c ON c.item = i.n WHERE i.story = stories.id);
CREATE INDEX stories_begun ON stories (begun, id);
`
