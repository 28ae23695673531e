-- A photograph whose file was damaged or cut short near its end: what could be decoded is kept, and said so.
ALTER TABLE evidence ADD COLUMN incomplete boolean NOT NULL DEFAULT false;
--> statement-breakpoint
GRANT INSERT (incomplete) ON evidence TO onemap_wide, onemap_grid, onemap_enterprise;
