import { bigint, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { grids } from './places.ts'

/** Version of each map layer in each grid, raised by the database whenever a row that the layer shows changes. */
export const layerVersions = pgTable(
  'layer_versions',
  {
    layer: text().notNull(),
    gridId: uuid('grid_id')
      .notNull()
      .references(() => grids.id),
    version: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.layer, t.gridId] })],
)
