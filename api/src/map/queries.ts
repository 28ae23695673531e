import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { arrowStream } from './arrow.ts'
import { CopyRows } from './copy-rows.ts'
import type { Layer } from './layer.ts'

const Version = z.object({ version: z.string() })

/** Version of a layer as a scope sees it: it rises whenever a row or a shown column of its grids changes. */
export async function layerVersion(
  database: Database,
  scope: Scope,
  layer: Layer,
): Promise<string> {
  const rows = await database.reading(scope, (tx) =>
    queryRows(
      tx,
      Version,
      sql`
    SELECT coalesce(sum(version), 0)::text AS version FROM layer_versions WHERE layer = ${layer.name}
  `,
    ),
  )
  return rows.map((row) => row.version).join('')
}

/**
 * All rows of a layer that a scope sees, as an Arrow IPC stream.
 * @param metadata what the snapshot says about itself
 */
export async function readLayer(
  database: Database,
  scope: Scope,
  layer: Layer,
  metadata: ReadonlyMap<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = layer.reader()
  const rows = new CopyRows((row) => reader.read(row))
  for await (const chunk of database.copyOut(scope, layer.query)) rows.push(chunk)
  rows.finish()
  const { columns, length } = reader.columns()
  return arrowStream(columns, length, metadata)
}
