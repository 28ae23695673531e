import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import { gridId, identifier } from '../identifier.ts'
import type { LayerName } from '../layers.ts'

const AREA_LEVELS = { district: 'county', towns: 'town', villages: 'village' } as const
const PARENT_CODE_LENGTH = { county: 0, town: 6, village: 9 } as const

/** What `geo_sources` says of a layer. */
interface LayerSource {
  source: string
  licence: string
  datum: string
  obtainedOn: string
  schematic: boolean
  note: string
}

/** Writes the staged features as the layer's own; those of the same code or name are replaced, no others touched. */
export async function writeStaged(tx: Tx, layer: LayerName, schematic: boolean): Promise<void> {
  if (layer === 'grids') return writeGrids(tx, schematic)
  if (layer === 'canal' || layer === 'neighbours') return writeBase(tx, layer, schematic)
  const level = AREA_LEVELS[layer]
  await tx.execute(sql`
    INSERT INTO areas (code, name, level, parent_code, geom, schematic)
    SELECT code, name, ${level}, nullif(left(code, ${PARENT_CODE_LENGTH[level]}::int), ''), ST_Multi(geom), ${schematic}::boolean
    FROM incoming
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, geom = excluded.geom, schematic = excluded.schematic`)
}

async function writeGrids(tx: Tx, schematic: boolean): Promise<void> {
  const codes = await queryRows(tx, z.object({ code: z.string() }), sql`SELECT code FROM incoming`)
  const ids = codes.map(({ code }) => ({ code, id: gridId(code) }))
  await tx.execute(sql`
    INSERT INTO grids (id, code, name, town_code, geom, schematic)
    SELECT ids.id, code, name, left(code, 9), ST_Multi(geom), ${schematic}::boolean
    FROM incoming
    JOIN jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS ids (id uuid, code text) USING (code)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, geom = excluded.geom, schematic = excluded.schematic,
      version = grids.version + 1, valid_to = NULL, successor_id = NULL`)
}

async function writeBase(tx: Tx, layer: 'canal' | 'neighbours', schematic: boolean): Promise<void> {
  const rows = await queryRows(tx, z.object({ no: z.number() }), sql`SELECT no FROM incoming`)
  const ids = rows.map(({ no }) => ({ no, id: identifier(`${layer}:${no}`) }))
  await tx.execute(sql`DELETE FROM base_features WHERE layer = ${layer}`)
  await tx.execute(sql`
    INSERT INTO base_features (id, layer, name, geom, schematic)
    SELECT ids.id, ${layer}, name, geom, ${schematic}::boolean
    FROM incoming
    JOIN jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS ids (id uuid, no int) USING (no)`)
}

/** Whether some area of a layer still has a schematic border, as where the official file is of one town only. */
export async function isPartlySchematic(tx: Tx, layer: LayerName): Promise<boolean> {
  if (layer === 'canal' || layer === 'neighbours') return false
  const left =
    layer === 'grids'
      ? sql`SELECT FROM grids WHERE schematic AND valid_to IS NULL`
      : sql`SELECT FROM areas WHERE schematic AND level = ${AREA_LEVELS[layer]}`
  const row = await queryRow(
    tx,
    z.object({ some: z.boolean() }),
    sql`SELECT EXISTS (${left}) AS some`,
  )
  return row?.some === true
}

/** Notes where the layer now comes from. */
export async function writeSource(tx: Tx, layer: LayerName, from: LayerSource): Promise<void> {
  await tx.execute(sql`
    INSERT INTO geo_sources (layer, source, licence, datum, obtained_on, schematic, note)
    VALUES (${layer}, ${from.source}, ${from.licence}, ${from.datum}, ${from.obtainedOn}::date, ${from.schematic}::boolean, ${from.note})
    ON CONFLICT (layer) DO UPDATE SET
      source = excluded.source, licence = excluded.licence, datum = excluded.datum,
      obtained_on = excluded.obtained_on, schematic = excluded.schematic, note = excluded.note`)
}

/** The source noted for a layer; undefined when it was never loaded. */
export async function readSource(tx: Tx, layer: LayerName): Promise<string | undefined> {
  const row = await queryRow(
    tx,
    z.object({ source: z.string() }),
    sql`SELECT source FROM geo_sources WHERE layer = ${layer}`,
  )
  return row?.source
}
