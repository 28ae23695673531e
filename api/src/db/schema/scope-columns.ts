import { uuid } from 'drizzle-orm/pg-core'

/**
 * What a row of an enterprise is scoped by, besides the enterprise itself: its grid and its office. They are
 * the enterprise's own, follow it by a foreign key ON UPDATE CASCADE, and are filled in by the database where
 * an INSERT leaves them out; so a row-level security policy compares a plain column and asks no other table.
 */
export function scopeColumns() {
  return { gridId: uuid('grid_id').notNull(), officeId: uuid('office_id').notNull() }
}
