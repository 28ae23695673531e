import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { geometry } from '../geometry.ts'
import { isLevel } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { scopeColumns } from './scope-columns.ts'

/**
 * How a risk point stood on the map on earlier days, each from its first to its last; kept by the database, also when
 * the point is gone. How it stands now is at the point, since `risk_points.stands_since`.
 */
export const riskPointPastLevels = pgTable(
  'risk_point_past_levels',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    /** No foreign key: what was is kept when the point is gone. */
    riskPointId: uuid('risk_point_id').notNull(),
    fromOn: date('from_on').notNull(),
    untilOn: date('until_on').notNull(),
    no: integer().notNull(),
    geom: geometry('Point')().notNull(),
    /** Null: not assessed. */
    level: smallint(),
    accidentType: smallint('accident_type'),
    ...scopeColumns(),
    townCode: text('town_code').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.riskPointId, t.untilOn] }),
    foreignKey({
      name: 'risk_point_past_levels_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId, t.townCode],
      foreignColumns: [
        enterprises.id,
        enterprises.gridId,
        enterprises.officeId,
        enterprises.townCode,
      ],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('risk_point_past_levels_days', sql`${t.fromOn} <= ${t.untilOn}`),
    check('risk_point_past_levels_level', isLevel(t.level)),
    check('risk_point_past_levels_accident_type', sql`${t.accidentType} BETWEEN 1 AND 20`),
    index('risk_point_past_levels_until_idx').on(t.untilOn),
  ],
)
