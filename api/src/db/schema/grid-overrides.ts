import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { enterprises } from './enterprises.ts'
import { scopeColumns } from './scope-columns.ts'

/**
 * 手工指定网格: an object that stays in the grid it is in, whatever the boundaries say. The grid is the
 * enterprise's own, so that there is no second one that could differ from it.
 */
export const gridOverrides = pgTable(
  'grid_overrides',
  {
    enterpriseId: uuid('enterprise_id').primaryKey(),
    ...scopeColumns(),
    reason: text().notNull(),
    setBy: uuid('set_by').notNull(),
    setByName: text('set_by_name').notNull(),
    setByPost: text('set_by_post').default(sql`scope_post()`),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    foreignKey({
      name: 'grid_overrides_of_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    check('grid_overrides_reason', sql`length(trim(${t.reason})) >= 4`),
    index('grid_overrides_grid_idx').on(t.gridId),
  ],
)
