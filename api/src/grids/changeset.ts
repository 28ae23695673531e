import { z } from 'zod'
import { Day } from '../http/day-input.ts'
import { AreaShape } from '../http/geojson.ts'
import { closedCorners } from '../http/place-input.ts'
import { formatted, line, prose } from '../http/text-input.ts'
import { GridObject } from './schema.ts'

const rings = z.array(closedCorners(5000)).min(1).max(50)

/** A boundary that somebody drew, WGS 84. Kept to six decimals, a decimetre. */
export const DrawnBoundary = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Polygon'), coordinates: rings }),
    z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1).max(50) }),
  ])
  .meta({ id: 'DrawnBoundary', 'x-place': true })

const version = z.int().min(1).meta({ description: 'The version of the grid that the sender saw' })
const id = z.guid()
const code = line(40).regex(/^[0-9A-Za-z-]+$/, 'digits, letters and hyphens')
const name = line(40)
const townCode = formatted(/^\d{9}$/, 'the code of a town, nine digits')

const Reshape = z.strictObject({ kind: z.literal('reshape'), id, version, geometry: DrawnBoundary })
const Create = z.strictObject({
  kind: z.literal('create'),
  id,
  code,
  name,
  townCode,
  geometry: DrawnBoundary,
  validFrom: Day,
})
const Rename = z.strictObject({
  kind: z.literal('rename'),
  id,
  version,
  name: name.optional(),
  code: code.optional(),
  townCode: townCode.optional(),
})
const Retire = z.strictObject({
  kind: z.literal('retire'),
  id,
  version,
  successorId: id.meta({ description: 'Takes over its people and what lies in no other grid' }),
})

/** One change of one grid. A split is a reshape and a create, a merge a reshape and a retire. */
const GridChange = z
  .discriminatedUnion('kind', [Reshape, Create, Rename, Retire])
  .meta({ id: 'GridChange' })

/** Changes of grids that belong together: all are made or none. */
export const GridChangeset = z
  .strictObject({
    baseVersion: line(100, 0).meta({
      description: '`version` of the collection that the changes were made to',
    }),
    changes: z.array(GridChange).min(1).max(200),
  })
  .meta({ id: 'GridChangeset' })

const found = { areaM2: z.number(), geometry: AreaShape }
const seen = GridObject.pick({ enterpriseId: true, name: true, location: true, riskLevel: true })
const Count = z.object({ gridId: z.uuid(), objects: z.int() })

/** So many of a kind are listed, the most dangerous; `totals` counts all. */
export const MOST_LISTED = 2000

/** What a changeset would do, or did. */
export const GridChangeReport = z
  .object({
    gaps: z.array(z.object({ ...found, townCode: z.string() })).meta({
      description:
        'Land of the towns concerned that lies in no grid; allowed, but nobody looks after it',
    }),
    overlaps: z
      .array(z.object({ ...found, gridIds: z.tuple([z.uuid(), z.uuid()]) }))
      .meta({ description: 'Land in two grids; refused on saving' }),
    moves: z
      .array(seen.extend({ fromGridId: z.uuid(), toGridId: z.uuid() }))
      .meta({ description: 'Objects that change hands, most dangerous first' }),
    kept: z
      .array(
        seen.extend({ gridId: z.uuid(), byGeometryId: z.uuid().nullable(), reason: z.string() }),
      )
      .meta({ description: 'Objects that stay by hand though they lie elsewhere' }),
    orphans: z.array(seen.extend({ gridId: z.uuid(), metres: z.number().nullable() })).meta({
      description:
        'Objects outside every grid, and the grid that looks after them; `metres` to it, null where it is only kept',
    }),
    totals: z
      .object({ moves: z.int(), kept: z.int(), orphans: z.int() })
      .meta({ description: `Of each list, which shows the first ${MOST_LISTED}` }),
    counts: z
      .object({ before: z.array(Count), after: z.array(Count) })
      .meta({ description: 'Objects of each grid concerned' }),
    unstaffed: z.array(z.uuid()).meta({ description: 'Grids concerned that have no 网格长' }),
    problems: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .meta({ description: 'Fields as `changes.0.geometry`; refused on saving' }),
  })
  .meta({ id: 'GridChangeReport' })

/** What was done, and the version that stands now. */
export const GridsChanged = z
  .object({ version: z.string(), report: GridChangeReport })
  .meta({ id: 'GridsChanged' })

const reason = prose(200, 4)

/** Puts an object under a grid by hand; `expectedGridId` is the grid the sender saw it in. */
export const NewGridOverride = z
  .strictObject({ gridId: id, reason, expectedGridId: id })
  .meta({ id: 'NewGridOverride' })

/** Makes another office responsible for an object; `expectedOfficeId` is the one the sender saw. */
export const OfficeChange = z
  .strictObject({ officeId: id, reason, expectedOfficeId: id })
  .meta({ id: 'OfficeChange' })
