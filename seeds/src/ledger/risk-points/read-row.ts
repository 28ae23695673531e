import type { Sealer } from '@onemap/api/db/sealed'
import { maskPhone } from '@onemap/api/domain/mask-mobile'
import { unnamedEnterprise } from '@onemap/api/ledger/enterprise-columns'
import type { z } from 'zod'
import { parseCells, type Fault, type RowCells } from '@onemap/api/ledger/parse-cells'
import { enterpriseOfRow, STAGED_ENTERPRISE_OF_ROW } from '../enterprise-of-row.ts'
import type { ImportContext, RowReading } from '../ledger.ts'
import { STAGED_PLACE, stagePlace } from '../places/coordinates.ts'
import { tidy } from '@onemap/api/ledger/tidy'
import { assessRow, type RowAssessment } from '@onemap/api/ledger/risk-points/assess-row'
import { RiskPointRow } from '@onemap/api/ledger/risk-points/columns'
import { readControls } from '@onemap/api/ledger/risk-points/controls'
import { unmerge } from '@onemap/api/ledger/risk-points/merged-rows'

type Row = z.output<typeof RiskPointRow>

/** Staging table of the risk-point ledger, a row a source with one assessment; the ids are filled in by SQL. */
export const STAGED_RISK_POINT = {
  ...STAGED_ENTERPRISE_OF_ROW,
  code: 'text',
  name: 'text',
  type: 'text',
  domain: 'text',
  public_domain: 'boolean',
  location_text: 'text',
  ...STAGED_PLACE,
  description: 'text',
  factor: 'text',
  risk_category: 'text',
  accident_type: 'smallint',
  occupational_factor: 'text',
  stage: 'text',
  method: 'text',
  inputs: 'jsonb',
  score: 'numeric',
  level: 'smallint',
  raised_from: 'smallint',
  profile_id: 'text',
  profile_version: 'integer',
  direct_criterion: 'text',
  assessor: 'text',
  assessed_on: 'date',
  reason: 'text',
  measures: 'jsonb',
  responsibilities: 'jsonb',
  point_id: 'uuid',
  source_id: 'uuid',
  on_record: 'boolean',
} as const

/** A reader that lets rows of one risk point leave its columns empty below the first, as merged cells do. */
export function riskPointReader(context: ImportContext): (cells: RowCells) => RowReading {
  const whole = unmerge()
  return (cells) => readRiskPoint(whole(cells), context)
}

function readRiskPoint(cells: RowCells, context: ImportContext): RowReading {
  const group = groupOf(cells)
  const { values, faults } = parseCells(RiskPointRow, cells)
  if (values === null) return { record: null, faults, group }
  const { place, faults: placeFaults } = stagePlace(values, context)
  const graded = assessRow(values, context)
  const control = controlOf(values, context.sealer)
  const all = [
    ...unnamedEnterprise(values),
    ...placeFaults,
    ...('faults' in graded ? graded.faults : []),
    ...control.faults,
  ]
  if ('faults' in graded) return { record: null, faults: all, group }
  return {
    record: {
      ...pointOf(values),
      ...place,
      ...sourceOf(values, graded.assessment),
      ...control.staged,
    },
    faults: all,
    group,
  }
}

/** Rows of one risk point, as far as their cells say which. */
function groupOf(cells: RowCells): string | null {
  const [creditCode = '', name = '', code = ''] = ['creditCode', 'enterpriseName', 'code'].map(
    (key) => tidy(cells[key] ?? ''),
  )
  const enterprise = creditCode === '' ? name : creditCode.toUpperCase()
  return enterprise === '' || code === '' ? null : `${enterprise} ${code}`
}

function pointOf(row: Row) {
  return {
    ...enterpriseOfRow(row),
    code: row.code,
    name: row.name,
    type: row.type,
    domain: row.domain,
    public_domain: row.publicDomain,
    location_text: row.location,
  } satisfies Partial<Record<keyof typeof STAGED_RISK_POINT, unknown>>
}

function sourceOf(row: Row, assessment: RowAssessment) {
  return {
    description: row.description,
    factor: row.factor,
    risk_category: row.riskCategory,
    accident_type: row.accidentType,
    occupational_factor: row.occupationalFactor,
    stage: row.stage ?? 'inherent',
    method: assessment.method,
    inputs: assessment.inputs,
    score: assessment.score,
    level: assessment.level,
    raised_from: assessment.raisedFrom,
    profile_id: assessment.profileId,
    profile_version: assessment.profileVersion,
    direct_criterion: row.direct,
    assessor: row.assessor,
    assessed_on: row.assessedOn,
    reason: row.reason,
  } satisfies Partial<Record<keyof typeof STAGED_RISK_POINT, unknown>>
}

/** Measures and responsibilities of a row, mobiles sealed. */
function controlOf(
  row: Row,
  sealer: Sealer,
): { staged: { measures: unknown; responsibilities: unknown }; faults: readonly Fault[] } {
  const { measures, responsibilities, faults } = readControls(row)
  return {
    staged: {
      measures,
      responsibilities: responsibilities.map(({ mobile, ...one }) => ({
        ...one,
        sealed: mobile && sealer.seal(mobile),
        masked: mobile && maskPhone(mobile),
      })),
    },
    faults,
  }
}
