import { sql, type SQL } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { SNAP } from '@onemap/api/db/geometry'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Finding } from '../reading/finding.ts'
import { someOf, squareMetres } from './amounts.ts'

/** Layers whose areas come and go. */
type Changing = 'villages' | 'grids'

interface Retired {
  done: Label[]
  /** Those that stay: enterprises belong to them, or the file says nothing of where they lie. */
  warnings: Finding[]
}

const named = z.object({ code: z.string(), name: z.string() })
type Named = z.infer<typeof named>

const STANDING: Record<Changing, SQL> = {
  grids: sql`SELECT id::text AS id, code, name, geom FROM grids WHERE valid_to IS NULL`,
  villages: sql`SELECT code AS id, code, name, geom FROM areas WHERE level = 'village'`,
}
const WORD: Record<Changing, Label> = {
  grids: { zh: '网格', en: 'grid' },
  villages: { zh: '村（社区）', en: 'village' },
}

/** The share of an area that the file must cover with others for it to be replaced by them. */
const REPLACED = 0.5

/**
 * Puts into the temporary table `retiring` what the staged layer replaces: areas it does not have, and covers with
 * others. A file of one town says nothing of the rest, so what it does not cover goes only on request.
 *
 * @param dissolveMissing whether all that the file does not have goes
 */
export async function markRetiring(
  tx: Tx,
  layer: Changing,
  dissolveMissing: boolean,
): Promise<void> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE retiring ON COMMIT DROP AS
    WITH whole AS (SELECT ST_Union(geom, ${SNAP}) AS geom FROM incoming), standing AS (${STANDING[layer]})
    SELECT s.id, s.code, s.name
    FROM standing s CROSS JOIN whole
    WHERE s.code NOT IN (SELECT code FROM incoming)
      AND (${dissolveMissing}::boolean OR s.geom IS NULL
        OR ST_Area(ST_Intersection(s.geom, whole.geom, ${SNAP})) >= ${REPLACED}::float8 * ST_Area(s.geom))`)
}

/** Takes away what is marked as retiring and that no enterprise belongs to. */
export async function retire(tx: Tx, layer: Changing, tolerance: number): Promise<Retired> {
  const retired = layer === 'grids' ? await retireGrids(tx) : await retireVillages(tx)
  const occupied = await queryRows(
    tx,
    named,
    sql`
    SELECT code, name FROM retiring JOIN (${STANDING[layer]}) s USING (code, name) ORDER BY code`,
  )
  const warnings = [
    ...occupied.map((one) => occupiedStays(WORD[layer], one)),
    ...(await untouched(tx, layer, tolerance)),
  ]
  await tx.execute(sql`DROP TABLE retiring`)
  return { done: retired, warnings }
}

/**
 * Takes away grids with the appointments to them; the people stay. Layer versions are handed on, so that no reader's
 * sum of versions ever falls.
 */
async function retireGrids(tx: Tx): Promise<Label[]> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE retired ON COMMIT DROP AS
    SELECT g.id, g.code, g.name FROM grids g
    WHERE g.valid_to IS NULL AND g.code IN (SELECT code FROM retiring) AND NOT EXISTS (SELECT FROM enterprises e WHERE e.grid_id = g.id)`)
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
  if (gone.length === 0) return []
  const some = someOf(gone)
  return [
    {
      zh: `撤销原有网格 ${gone.length} 个（${some.zh}），其网格员任职 ${appointments.length} 项随之撤销，请重新任命`,
      en: `${gone.length} former grids dissolved (${some.en}), and with them ${appointments.length} appointments of their members: appoint anew`,
    },
  ]
}

async function retireVillages(tx: Tx): Promise<Label[]> {
  const gone = await queryRows(
    tx,
    named,
    sql`
    DELETE FROM areas a
    WHERE level = 'village' AND code IN (SELECT code FROM retiring)
      AND NOT EXISTS (SELECT FROM enterprises e WHERE e.area_code = a.code)
    RETURNING code, name`,
  )
  if (gone.length === 0) return []
  const some = someOf(gone)
  return [
    {
      zh: `撤销原有村（社区）${gone.length} 个（${some.zh}）`,
      en: `${gone.length} former villages dissolved (${some.en})`,
    },
  ]
}

const occupiedStays = (word: Label, { code, name }: Named): Finding => ({
  zh: `原有${word.zh} ${code} ${name} 不在文件中，但仍有企业归属，暂予保留`,
  en: `The former ${word.en} ${code} ${name} is not in the file but has enterprises and stays for now`,
})

const Overlapping = z.object({ area: z.number().nullable() })

/** What the file neither has nor covers, and by how much it overlaps what the file brings. */
async function untouched(tx: Tx, layer: Changing, tolerance: number): Promise<Finding[]> {
  const rest = sql`SELECT * FROM (${STANDING[layer]}) s
    WHERE code NOT IN (SELECT code FROM incoming) AND code NOT IN (SELECT code FROM retiring)`
  const kept = await queryRows(
    tx,
    named,
    sql`
    SELECT code, name FROM (${rest}) rest
    ORDER BY left(code, 9) IN (SELECT left(code, 9) FROM incoming) DESC, code`,
  )
  if (kept.length === 0) return []
  const some = someOf(kept)
  const word = WORD[layer]
  const told: Finding = {
    zh: `原有${word.zh} ${kept.length} 个既不在文件中，范围也没有被文件覆盖，予以保留（${some.zh}）`,
    en: `${kept.length} former ${word.en}s are neither in the file nor covered by it, and stay (${some.en})`,
    remedy: 'dissolve-missing',
  }
  const common = await queryRow(
    tx,
    Overlapping,
    sql`
    WITH whole AS (SELECT ST_Union(geom, ${SNAP}) AS geom FROM incoming)
    SELECT sum(ST_Area(ST_Intersection(rest.geom, whole.geom, ${SNAP})::geography)) AS area FROM (${rest}) rest CROSS JOIN whole`,
  )
  const area = common?.area ?? 0
  if (area <= tolerance) return [told]
  const much = squareMetres(area)
  return [
    told,
    {
      zh: `保留的原有${word.zh}与文件中的共重叠 ${much.zh}，请调整界线`,
      en: `The ${word.en}s that stay overlap those of the file by ${much.en} in all: adjust their borders`,
    },
  ]
}
