import { z } from 'zod'
import { ACCIDENT_TYPES } from '../domain/accident-type.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { HAZARD_GRADE_CODES, HAZARD_ORIGIN_CODES, HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { foldForSearch } from '../domain/search-text.ts'
import { Day, EXPECTED_DAY, EXPECTED_MONTH, Month } from './day-input.ts'
import { cornerText, degreesText, placeText } from './place-input.ts'
import { line, parameterText } from './text-input.ts'

/**
 * A query parameter: text that `schema` understands.
 * @param expected completes "expected …" in the answer to a text it does not understand
 */
export function param<Schema extends z.ZodType<unknown, string>>(schema: Schema, expected: string) {
  return parameterText()
    .transform((text, context): z.output<Schema> => {
      const parsed = schema.safeParse(text)
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: expected })
      return z.NEVER
    })
    .meta({ description: `Expects ${expected}` })
}

/** Several values of one kind, separated by commas. */
export function listOf<Schema extends z.ZodType<unknown, string>>(item: Schema, expected: string) {
  const list = z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).min(1).max(100))
  return param(list, `${expected}; several are separated by commas`).optional()
}

/** Words that a list is searched for. @param what they are looked for in */
export function wordsParam(what: string, longest = 60) {
  const words = line(longest).refine((text) => foldForSearch(text) !== '')
  return param(words, `text of 1 to ${longest} characters: ${what}`)
}

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number) {
  const number = z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
  return param(number, `a whole number from ${minimum} to ${maximum}`)
}

const longitude = degreesText(180)
const latitude = degreesText(90)

const bbox = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([longitude, latitude, longitude, latitude]))
  .refine(([west, south, east, north]) => west <= east && south <= north)

const levels = RISK_LEVEL_ORDER.map(String)
const riskLevel = z
  .enum([...levels, 'unassessed'])
  .transform((text) => (text === 'unassessed' ? null : Number(text)))
const accidentType = z.enum(Object.keys(ACCIDENT_TYPES)).transform(Number)

/** Text in an enterprise's name, pinyin initials or credit code. */
const q = wordsParam('part of a name, of its pinyin initials or of a credit code').optional()
const kind = listOf(z.enum(ENTERPRISE_KIND_CODES), `one of ${ENTERPRISE_KIND_CODES.join(', ')}`)
const gridId = listOf(z.guid(), 'the id of a grid')
const areaCode = listOf(
  z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/),
  'the code of a county (6 digits), a town (9) or a village (12)',
)
const industryCode = listOf(z.string().regex(/^[A-Z]?\d{2,4}$/), 'a GB/T 4754 class such as 2614')
const box = param(
  bbox,
  'west,south,east,north in degrees, such as 117.5,34.4,117.9,34.7',
).optional()

const LEAST_CORNERS = 3
const MOST_CORNERS = 200
const ring = z
  .string()
  .transform((text) => text.split(';'))
  .pipe(
    z
      .array(cornerText)
      .min(LEAST_CORNERS)
      .max(MOST_CORNERS + 1),
  )

/** A place: longitude and latitude. */
export const positionParam = param(placeText, 'longitude,latitude in degrees, such as 117.73,34.56')
/** A drawn shape: the corners of one ring, closed or not. */
export const polygonParam = param(
  ring,
  `${LEAST_CORNERS} to ${MOST_CORNERS} corners lon,lat;lon,lat;… of one ring`,
)

/** What an enterprise has: these narrow enterprises and all that belongs to them. */
export const ENTERPRISE_PARAMS = { q, kind, gridId, areaCode, industryCode, bbox: box }

/** One or several of the four levels. */
export const levelNumbers = listOf(z.enum(levels).transform(Number), `one of ${levels.join(', ')}`)

export const RISK_LEVEL_PARAM = {
  riskLevel: listOf(riskLevel, `one of ${levels.join(', ')}, unassessed`),
}
export const ACCIDENT_TYPE_PARAM = {
  accidentType: listOf(accidentType, 'a GB 6441 accident type from 1 to 20'),
}

export const hazardStatuses = listOf(
  z.enum(HAZARD_STATUS_CODES),
  `one of ${HAZARD_STATUS_CODES.join(', ')}`,
)
export const HAZARD_PARAMS = {
  grade: listOf(z.enum(HAZARD_GRADE_CODES), `one of ${HAZARD_GRADE_CODES.join(', ')}`),
  overdue: param(z.stringbool({ truthy: ['true'], falsy: ['false'] }), 'true or false').optional(),
}

/** A calendar day in China. */
export const dayParam = param(Day, EXPECTED_DAY).meta(Day.meta() ?? {})
/** A month, `YYYY-MM`. */
export const monthParam = param(Month, EXPECTED_MONTH).meta(Month.meta() ?? {})

const officeId = listOf(z.guid(), 'the id of an office')

/** What lists, exports and statistics of hazards are narrowed by, besides what the map has. */
export const HAZARD_LIST_PARAMS = {
  status: hazardStatuses,
  ...HAZARD_PARAMS,
  enterpriseId: param(z.guid(), 'a UUID').optional(),
  ...ENTERPRISE_PARAMS,
  officeId,
  origin: listOf(z.enum(HAZARD_ORIGIN_CODES), `one of ${HAZARD_ORIGIN_CODES.join(', ')}`),
  extension: listOf(
    z.enum(['none', 'pending', 'approved', 'rejected']),
    'one of none, pending, approved, rejected',
  ),
  supervision: listOf(z.enum(['none', 'listed', 'delisted']), 'one of none, listed, delisted'),
  reportedFrom: dayParam.optional(),
  reportedTo: dayParam.optional(),
  deadlineFrom: dayParam.optional(),
  deadlineTo: dayParam.optional(),
  acceptedFrom: dayParam.optional(),
  acceptedTo: dayParam.optional(),
}

/** What the figures of hazards are narrowed by: the enterprise's facets and the hazard's lasting ones. */
export const STATISTIC_PARAMS = {
  ...ENTERPRISE_PARAMS,
  officeId,
  origin: HAZARD_LIST_PARAMS.origin,
}

/** One page of a list. */
export function pageParams(defaultLimit: number) {
  return {
    limit: wholeNumber(1, 200).default(defaultLimit),
    cursor: parameterText().optional().meta({ description: 'The nextCursor of the page before' }),
  }
}

/** Names one row by id. */
export const uuidParam = param(z.guid(), 'a UUID')
