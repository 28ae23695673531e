import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { queryRows } from '../db/rows.ts'
import { BaseLayers, GeoSource } from './schema.ts'

const Row = z.object({ layers: BaseLayers })

/** The drawn layers as GeoJSON; a layer that is not there is an empty collection. */
export async function baseLayers(tx: Tx): Promise<z.output<typeof BaseLayers>> {
  const [row] = await queryRows(
    tx,
    Row,
    sql`
    WITH features AS (
      SELECT CASE level WHEN 'county' THEN 'district' WHEN 'town' THEN 'towns' ELSE 'villages' END AS layer,
             code AS position, geom, jsonb_build_object('code', code, 'name', name, 'schematic', schematic) AS properties
      FROM areas
      WHERE geom IS NOT NULL
      UNION ALL
      SELECT layer, id::text, geom, jsonb_build_object('name', name, 'schematic', schematic)
      FROM base_features
    ),
    collections AS (
      SELECT wanted.layer, json_build_object('type', 'FeatureCollection', 'features', coalesce(
        json_agg(json_build_object('type', 'Feature', 'geometry', ${asGeoJson(sql`f.geom`)}, 'properties', f.properties) ORDER BY f.position)
          FILTER (WHERE f.layer IS NOT NULL), '[]'
      )) AS collection
      FROM unnest(${`{${BaseLayers.keyof().options.join(',')}}`}::text[]) AS wanted (layer)
      LEFT JOIN features f USING (layer)
      GROUP BY wanted.layer
    )
    SELECT json_object_agg(layer, collection) AS layers FROM collections
  `,
  )
  if (row === undefined) throw new Error('an aggregate without GROUP BY has one row')
  return row.layers
}

/** Source, licence and datum of each geographic layer. */
export function geoSources(tx: Tx): Promise<z.output<typeof GeoSource>[]> {
  return queryRows(
    tx,
    GeoSource,
    sql`
    SELECT layer, source, licence, datum, obtained_on::text AS "obtainedOn", schematic, note
    FROM geo_sources
    ORDER BY layer
  `,
  )
}
