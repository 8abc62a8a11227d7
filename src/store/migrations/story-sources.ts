/** Version 6. Who leads a story stands beside it: of each source the newest few are found without reading all stories. */
export const STORY_SOURCES = `
ALTER TABLE stories ADD COLUMN source TEXT NOT NULL DEFAULT '';
UPDATE stories SET source = (SELECT i.source FROM items i WHERE i.n = stories.lead);
CREATE INDEX stories_of_source ON stories (source, moment DESC, id, lead);
`
