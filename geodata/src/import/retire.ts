import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'

interface Retired {
  done: string[]
  /** Those that had to stay, because enterprises belong to them. */
  warnings: string[]
}

const named = z.object({ code: z.string(), name: z.string() })

/**
 * Takes away the grids that the staged layer no longer has, with the appointments to them; the people stay. A grid that an enterprise
 * still belongs to stays. Layer versions are handed on, so that no reader's sum of versions ever falls.
 */
export async function retireGrids(tx: Tx): Promise<Retired> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE retired ON COMMIT DROP AS
    SELECT id, code, name FROM grids g
    WHERE valid_to IS NULL AND code NOT IN (SELECT code FROM incoming) AND NOT EXISTS (SELECT FROM enterprises e WHERE e.grid_id = g.id)`)
  const gone = await queryRows(tx, named, sql`SELECT code, name FROM retired ORDER BY code`)
  await tx.execute(sql`
    INSERT INTO layer_versions (layer, grid_id, version)
    SELECT layer, (SELECT id FROM grids JOIN incoming USING (code) ORDER BY code LIMIT 1), sum(version)
    FROM layer_versions WHERE grid_id IN (SELECT id FROM retired)
    GROUP BY layer
    ON CONFLICT (layer, grid_id) DO UPDATE SET version = layer_versions.version + excluded.version`)
  await tx.execute(sql`DELETE FROM layer_versions WHERE grid_id IN (SELECT id FROM retired)`)
  const appointments = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    DELETE FROM appointments WHERE grid_id IN (SELECT id FROM retired) RETURNING id`,
  )
  await tx.execute(
    sql`UPDATE grids SET successor_id = NULL WHERE successor_id IN (SELECT id FROM retired)`,
  )
  await tx.execute(sql`DELETE FROM grids WHERE id IN (SELECT id FROM retired)`)
  await tx.execute(sql`DROP TABLE retired`)
  const kept = await queryRows(
    tx,
    named,
    sql`SELECT code, name FROM grids WHERE valid_to IS NULL AND code NOT IN (SELECT code FROM incoming) ORDER BY code`,
  )
  return {
    done:
      gone.length === 0
        ? []
        : [
            `撤销原有网格 ${gone.length} 个（${summary(gone)}），其网格员任职 ${appointments.length} 项随之撤销，请重新任命`,
          ],
    warnings: staying('网格', kept),
  }
}

/** Takes away the villages that the staged layer no longer has; one that an enterprise still belongs to stays. */
export async function retireVillages(tx: Tx): Promise<Retired> {
  const gone = await queryRows(
    tx,
    named,
    sql`
    DELETE FROM areas a
    WHERE level = 'village' AND code NOT IN (SELECT code FROM incoming)
      AND NOT EXISTS (SELECT FROM enterprises e WHERE e.area_code = a.code)
    RETURNING code, name`,
  )
  const kept = await queryRows(
    tx,
    named,
    sql`
    SELECT code, name FROM areas WHERE level = 'village' AND code NOT IN (SELECT code FROM incoming) ORDER BY code`,
  )
  return {
    done: gone.length === 0 ? [] : [`撤销原有村（社区）${gone.length} 个（${summary(gone)}）`],
    warnings: staying('村（社区）', kept),
  }
}

const staying = (what: string, kept: readonly z.infer<typeof named>[]) =>
  kept.map(({ code, name }) => `原有${what} ${code} ${name} 不在文件中，但仍有企业归属，暂予保留`)

const summary = (rows: readonly z.infer<typeof named>[]) =>
  rows
    .slice(0, 5)
    .map(({ code, name }) => `${code} ${name}`)
    .join('、') + (rows.length > 5 ? ' 等' : '')
