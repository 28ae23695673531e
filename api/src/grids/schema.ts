import { z } from 'zod'
import { POSITION_CODES } from '../domain/position.ts'
import { AreaShape, featureCollection } from '../http/geojson.ts'

const day = z.iso.date()

const GridProperties = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  townName: z.string(),
  chief: z.string().nullable().meta({ description: '网格长 in office today' }),
  schematic: z.boolean().meta({ description: '示意: the boundary is not an official one' }),
  version: z.int().meta({ description: 'Rises by one with each change of the grid' }),
  objects: z.int().meta({ description: 'How many enterprises and sites it looks after' }),
  validFrom: day,
})

/** 网格 as GeoJSON: those that stand today. */
export const GridCollection = featureCollection(GridProperties, AreaShape)
  .extend({
    version: z
      .string()
      .meta({ description: 'Changes with any grid; a change of grids is made to one of these' }),
  })
  .meta({ id: 'GridCollection' })
export const GridFeature = GridCollection.shape.features.element

const Post = z
  .object({
    appointmentId: z.uuid(),
    name: z.string(),
    position: z.enum(POSITION_CODES),
    validFrom: day,
    validTo: day.nullable(),
    state: z.enum(['coming', 'current']),
  })
  .meta({ id: 'GridPost' })

const Place = z.object({ code: z.string(), name: z.string() })

const TreeGrid = GridProperties.pick({
  id: true,
  code: true,
  name: true,
  version: true,
  objects: true,
  validFrom: true,
})
  .extend({
    areaM2: z.number(),
    villages: z.array(Place).meta({ description: '村居 whose middle lies in the grid' }),
    posts: z.array(Post).meta({
      description: 'By real name: chief first, then deputies, then members; today and to come',
    }),
  })
  .meta({ id: 'GridTreeGrid' })

/** 区 → 镇街 → 网格, with who looks after each. */
export const GridTree = z
  .object({
    district: Place,
    towns: z.array(Place.extend({ grids: z.array(TreeGrid) })),
    retired: z
      .array(
        z.object({
          id: z.uuid(),
          code: z.string(),
          name: z.string(),
          townCode: z.string(),
          validFrom: day,
          validTo: day,
          successor: z.object({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
        }),
      )
      .meta({ description: 'Grids that were dissolved, latest first' }),
  })
  .meta({ id: 'GridTree' })

/** An object of a grid, as whoever draws the grids sees it. */
export const GridObject = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    location: z.object({
      type: z.literal('Point'),
      coordinates: z.tuple([z.number(), z.number()]),
    }),
    riskLevel: z.int().min(1).max(4).nullable(),
    gridId: z.uuid(),
    officeId: z.uuid(),
    officeName: z.string(),
    override: z
      .string()
      .nullable()
      .meta({ description: 'Why it is in this grid by hand; null where geometry decides' }),
  })
  .meta({ id: 'GridObject' })

/** 手工指定: an object that stays in a grid whatever the boundaries say. */
export const GridOverride = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    location: GridObject.shape.location,
    riskLevel: GridObject.shape.riskLevel,
    grid: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
    byGeometry: z
      .object({ id: z.uuid(), code: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Where the boundaries would have it; null outside every grid' }),
    reason: z.string(),
    setByName: z.string(),
    setAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'GridOverride' })
