import type { Sealer } from '@onemap/api/db/sealed'
import { CONTROL_LEVEL_CODES, type ControlLevel } from '@onemap/api/domain/control-level'
import { MEASURE_CATEGORY_CODES } from '@onemap/api/domain/control-measure'
import { maskPhone } from '@onemap/api/domain/mask-mobile'
import type { z } from 'zod'
import { parseCells, type Fault, type ImportContext, type RowCells, type RowReading } from '../ledger.ts'
import { STAGED_PLACE, stagePlace } from '../places/coordinates.ts'
import { tidy } from '../tidy.ts'
import { assessRow, type RowAssessment } from './assess-row.ts'
import { POINT_KEYS, RiskPointRow } from './columns.ts'
import { LEVEL_KEYS } from './responsibility-columns.ts'

type Row = z.output<typeof RiskPointRow>

/** Staging table of the risk-point ledger, a row a source with one assessment; the ids are filled in by SQL. */
export const STAGED_RISK_POINT = {
  credit_code: 'text', code: 'text', name: 'text', type: 'text', domain: 'text', public_domain: 'boolean', location_text: 'text', ...STAGED_PLACE,
  description: 'text', factor: 'text', risk_category: 'text', accident_type: 'smallint', occupational_factor: 'text',
  stage: 'text', method: 'text', inputs: 'jsonb', score: 'numeric', level: 'smallint', profile_id: 'text', profile_version: 'integer',
  direct_criterion: 'text', assessor: 'text', assessed_on: 'date', reason: 'text', measures: 'jsonb', responsibilities: 'jsonb',
  enterprise_id: 'uuid', point_id: 'uuid', source_id: 'uuid', on_record: 'boolean',
} as const

/** A reader that lets rows of one risk point leave its columns empty below the first, as merged cells do. */
export function riskPointReader(context: ImportContext): (cells: RowCells) => RowReading {
  let above: RowCells = {}
  return (cells) => {
    const continues = tidy(cells['code'] ?? '') === '' && tidy(cells['name'] ?? '') === ''
    const inherited = continues
      ? Object.fromEntries(POINT_KEYS.map((key) => [key, tidy(cells[key] ?? '') === '' ? above[key] ?? '' : cells[key] ?? '']))
      : {}
    const whole = { ...cells, ...inherited }
    above = whole
    return readRiskPoint(whole, context)
  }
}

function readRiskPoint(cells: RowCells, context: ImportContext): RowReading {
  const [creditCode, code] = [tidy(cells['creditCode'] ?? '').toUpperCase(), tidy(cells['code'] ?? '')]
  const group = creditCode === '' || code === '' ? null : `${creditCode} ${code}`
  const { values, faults } = parseCells(RiskPointRow, cells)
  if (values === null) return { record: null, faults, group }
  const { place, faults: placeFaults } = stagePlace(values, context)
  const graded = assessRow(values, context)
  const control = controlOf(values, context.sealer)
  const all = [...placeFaults, ...('faults' in graded ? graded.faults : []), ...control.faults]
  if ('faults' in graded) return { record: null, faults: all, group }
  return { record: { ...pointOf(values), ...place, ...sourceOf(values, graded.assessment), ...control.staged }, faults: all, group }
}

function pointOf(row: Row) {
  return {
    credit_code: row.creditCode, code: row.code, name: row.name, type: row.type, domain: row.domain,
    public_domain: row.publicDomain, location_text: row.location,
  } satisfies Partial<Record<keyof typeof STAGED_RISK_POINT, unknown>>
}

function sourceOf(row: Row, assessment: RowAssessment) {
  return {
    description: row.description, factor: row.factor, risk_category: row.riskCategory, accident_type: row.accidentType,
    occupational_factor: row.occupationalFactor, stage: row.stage ?? 'inherent', method: assessment.method,
    inputs: assessment.inputs, score: assessment.score, level: assessment.level, profile_id: assessment.profileId,
    profile_version: assessment.profileVersion, direct_criterion: row.direct, assessor: row.assessor,
    assessed_on: row.assessedOn, reason: row.reason,
  } satisfies Partial<Record<keyof typeof STAGED_RISK_POINT, unknown>>
}

/** Measures and responsibilities of a row, each at every control level it is for, mobiles sealed. */
function controlOf(row: Row, sealer: Sealer): { staged: { measures: unknown; responsibilities: unknown }; faults: Fault[] } {
  const own = CONTROL_LEVEL_CODES.flatMap((level) => responsibilityAt(row, level))
  const named = row.controlLevels ?? own.map(({ controlLevel }) => controlLevel)
  const shared = row.department !== null || row.person !== null
    ? named.filter((level) => own.every(({ controlLevel }) => controlLevel !== level))
      .map((controlLevel) => ({ controlLevel, department: row.department ?? '', person: row.person ?? '', mobile: row.mobile }))
    : []
  const contents = MEASURE_CATEGORY_CODES.flatMap((category) => {
    const content = row[category]
    return content === null ? [] : [{ category, content }]
  })
  const measures = named.flatMap((controlLevel) => contents.map((measure) => ({ ...measure, controlLevel })))
  const needed = named.length === 0 && (contents.length > 0 || row.department !== null || row.person !== null)
  return {
    staged: { measures, responsibilities: [...own, ...shared].map(({ mobile, ...one }) => ({ ...one, sealed: mobile && sealer.seal(mobile), masked: mobile && maskPhone(mobile) })) },
    faults: needed ? [{ key: 'controlLevels', fault: '填了管控措施或责任人，却没有管控层级；应为：公司、车间、班组、岗位，可填多个' }] : [],
  }
}

function responsibilityAt(row: Row, controlLevel: ControlLevel) {
  const keys = LEVEL_KEYS[controlLevel]
  const department = row[keys.department]
  const person = row[keys.person]
  return department === null && person === null ? [] : [{ controlLevel, department: department ?? '', person: person ?? '', mobile: row[keys.mobile] }]
}
