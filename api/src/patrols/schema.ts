import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { HAZARD_GRADE_CODES, HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { PATROL_STATE_CODES } from '../domain/patrol.ts'
import { PATROL_DIMENSION_CODES } from '../domain/patrol-statistics.ts'
import {
  PATROL_ANSWER_CODES,
  PATROL_CHECK_IN_CODES,
  PATROL_FLAG_CODES,
  PATROL_HAZARD_PART_CODES,
  PATROL_RESULT_CODES,
} from '../domain/patrol-visit.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { AreaShape, Point } from '../http/geojson.ts'

const time = z.iso.datetime({ offset: true })
const day = z.iso.date()
const level = z.literal(RISK_LEVEL_ORDER).nullable().meta({ description: 'Null: not assessed' })
const kind = z.enum(ENTERPRISE_KIND_CODES)

/** 巡查记录 as a list shows it. */
export const PatrolVisitItem = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    gridId: z.uuid(),
    gridName: z.string(),
    userId: z.uuid(),
    userName: z.string(),
    startedAt: time,
    finishedAt: time,
    receivedAt: time.meta({
      description: 'When it reached the server: later, where there was no network',
    }),
    checkIn: z.enum(PATROL_CHECK_IN_CODES),
    distance: z
      .number()
      .nullable()
      .meta({ description: 'Metres from the object or the nearest of its risk points' }),
    result: z.enum(PATROL_RESULT_CODES),
    flags: z.array(z.enum(PATROL_FLAG_CODES)),
    failedCount: z.int().meta({ description: 'Items that were not in order' }),
    hazardCount: z.int().meta({ description: 'Hazards found that are on record' }),
    photoCount: z.int(),
  })
  .meta({ id: 'PatrolVisitItem' })

const PatrolHazard = z.object({
  id: z.uuid(),
  part: z.enum(PATROL_HAZARD_PART_CODES),
  item: z.string().nullable(),
  hazard: z
    .object({
      code: z.string(),
      description: z.string(),
      status: z.enum(HAZARD_STATUS_CODES),
      grade: z.enum(HAZARD_GRADE_CODES).nullable(),
    })
    .nullable()
    .meta({ description: 'Null until it is reported' }),
})

export const PatrolVisit = PatrolVisitItem.extend({
  toldStartedAt: time.nullable().meta({
    description: 'By the telephone’s clock, where that was wrong and startedAt is corrected',
  }),
  toldFinishedAt: time.nullable(),
  clockDrift: z.int().nullable().meta({
    description:
      'Seconds by which the telephone’s clock was slow, negative where fast; null where unknown',
  }),
  location: Point.nullable(),
  accuracy: z.number().nullable(),
  kind: kind.meta({ description: 'Which checklist' }),
  templateVersion: z.int(),
  answers: z.array(
    z.object({ item: z.string(), result: z.enum(PATROL_ANSWER_CODES), note: z.string() }),
  ),
  signature: z.string().nullable(),
  signatureEvidence: Evidence.nullable(),
  signedBy: z.string(),
  note: z.string(),
  profileVersion: z.int(),
  evidence: z.array(Evidence),
  hazards: z.array(PatrolHazard),
}).meta({ id: 'PatrolVisit' })
export type PatrolVisit = z.output<typeof PatrolVisit>

/** How an object stands with its patrols today. */
export const PatrolDuty = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind,
    level,
    address: z.string(),
    location: Point,
    gridId: z.uuid(),
    gridName: z.string(),
    state: z.enum(PATROL_STATE_CODES),
    dueOn: day.meta({
      description: 'The last day in time that was missed, that runs, or, where visited, the next',
    }),
    lastVisitedOn: day.nullable().meta({ description: 'Last visit that was made at the object' }),
    lastVisitedBy: z.string().nullable(),
    openHazards: z.int(),
  })
  .meta({ id: 'PatrolDuty' })

const OpenHazard = z.object({
  id: z.uuid(),
  code: z.string(),
  description: z.string(),
  status: z.enum(HAZARD_STATUS_CODES),
  grade: z.enum(HAZARD_GRADE_CODES).nullable(),
  deadline: day.nullable(),
  overdue: z.boolean(),
  riskPointId: z.uuid().nullable(),
  locationText: z.string(),
  location: Point,
})

/** An object with all that its patrol needs where there is no network. */
const MyObject = PatrolDuty.omit({ gridName: true, openHazards: true }).extend({
  safetyOfficer: z.string(),
  dutyPhone: z.string(),
  riskPoints: z.array(
    z.object({
      id: z.uuid(),
      no: z.int(),
      name: z.string(),
      level,
      locationText: z.string(),
      location: Point,
    }),
  ),
  hazards: z.array(OpenHazard).meta({ description: 'Open ones' }),
})

const label = z.object({ zh: z.string(), en: z.string() })
const Template = z.object({
  kind,
  version: z.int(),
  name: label,
  items: z.array(
    z.object({
      key: z.string(),
      text: label,
      requirement: label,
      grade: z.enum(HAZARD_GRADE_CODES),
    }),
  ),
})
const rate = z.object({ times: z.literal([1, 2]), months: z.literal([1, 3, 6]) })

/** What a grid's telephone keeps: enough to patrol without a network. */
export const MyPatrols = z
  .object({
    asOf: day,
    profile: z.object({
      id: z.string(),
      version: z.int(),
      rates: z.object({ 1: rate, 2: rate, 3: rate, 4: rate, unassessed: rate }),
      geofence: z.number().meta({ description: 'Metres' }),
      leastSeconds: z.object({ altogether: z.int(), anItem: z.int() }),
    }),
    grids: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        geometry: AreaShape,
        schematic: z.boolean(),
      }),
    ),
    objects: z.array(MyObject),
    templates: z.array(Template),
  })
  .meta({ id: 'MyPatrols' })
export type MyPatrols = z.output<typeof MyPatrols>

const count = z.int().min(0)
const PatrolTally = z.object({
  dueObjects: count,
  visitedObjects: count,
  dueVisits: count,
  onTimeVisits: count,
  visits: count,
  hazardsFound: count,
  closuresVerified: count,
})
export const PatrolCounts = PatrolTally.extend({
  tooFast: count,
  tooFar: count,
  tooLate: count,
  objects: count.meta({ description: 'Distinct objects visited at all' }),
})
export type PatrolCounts = z.output<typeof PatrolCounts>

const ratio = z.number().min(0).nullable()
const Figures = PatrolCounts.extend({
  rates: z
    .object({ coverage: ratio, onTime: ratio, hazardsPerVisit: ratio })
    .meta({ description: 'Null where there is nothing to divide by' }),
})

/** 巡查统计. Objects of several rows count in each, and once in the total. A person's rates are their share of what was due in their grids. */
export const PatrolStatistics = z
  .object({
    asOf: day,
    by: z.enum(PATROL_DIMENSION_CODES),
    from: day,
    to: day,
    total: Figures,
    rows: z.array(
      Figures.extend({
        key: z
          .string()
          .meta({ description: 'Id of a grid, a person or an office, town code, or month' }),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'PatrolStatistics' })

/** 巡查码 of an object, to be printed and put up there. */
export const PatrolCode = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    address: z.string(),
    gridName: z.string(),
    content: z.string().meta({
      description: 'What the code says: an address of this product that ends in the signed code',
    }),
    svg: z.string().meta({ description: 'The code drawn, black on white' }),
  })
  .meta({ id: 'PatrolCode' })
