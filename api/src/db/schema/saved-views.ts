import { jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { users } from './identity.ts'

/** Lists that somebody keeps by a name: filters as in the address, and columns. A person's own, of no enterprise. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    screen: text().notNull(),
    name: text().notNull(),
    query: jsonb().$type<Record<string, string>>().notNull().default({}),
    columns: jsonb().$type<string[]>().notNull().default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [unique('saved_views_name_key').on(t.userId, t.screen, t.name)],
)
