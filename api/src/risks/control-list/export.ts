import { ACCIDENT_TYPES, isAccidentType } from '../../domain/accident-type.ts'
import { ASSESSMENT_STAGES } from '../../domain/assessment-stage.ts'
import { CONTROL_LEVEL_CODES, CONTROL_LEVELS } from '../../domain/control-level.ts'
import { MEASURE_CATEGORY_CODES } from '../../domain/control-measure.ts'
import { DIRECT_CRITERIA } from '../../domain/direct-criteria.ts'
import { FACTORS, OCCUPATIONAL_FACTORS, RISK_CATEGORIES } from '../../domain/hazard-factors.ts'
import { RISK_LEVELS } from '../../domain/risk-level.ts'
import { RISK_DOMAINS, RISK_POINT_TYPES } from '../../domain/risk-point-kind.ts'
import { writeMeasures } from '../../ledger/risk-points/measures.ts'
import { LEVEL_KEYS } from '../../ledger/risk-points/responsibility-columns.ts'
import {
  sheetOf,
  wholeWorkbook,
  type Cell,
  type CellValue,
  type SheetColumn,
} from '../../ledger/write/workbook.ts'
import { CONTROL_LIST_COLUMNS } from './columns.ts'
import type { Standing } from './standing.ts'

type Point = Standing['points'][number]
type Source = Point['sources'][number]
type Assessment = Source['assessments'][number]
type Cells = Readonly<Record<string, string | number | null>>

const SHEET = '风险分级管控清单'
const MEASURES: readonly string[] = MEASURE_CATEGORY_CODES

/** Name and place of a point stay in sight. */
const FROZEN_COLUMNS = 3

/** An enterprise's control list as a workbook that can be filled in and handed in again. Mobiles stay masked. */
export async function exportControlList({
  creditCode,
  points,
}: Pick<Standing, 'creditCode' | 'points'>): Promise<Uint8Array<ArrayBuffer>> {
  const rows = points.flatMap((point) => rowsOf(creditCode, point))
  return wholeWorkbook([sheetOf(SHEET, COLUMNS, rows, { frozenColumns: FROZEN_COLUMNS })])
}

const COLUMNS = CONTROL_LIST_COLUMNS.map(({ key, heading, example }): SheetColumn<Cells> => ({
  title: heading,
  width: widthOf(key, heading, String(example)),
  form: typeof example === 'number' ? 'number' : 'text',
  wraps: true,
  value: (cells) => {
    const value = cells[key] ?? null
    return key === 'level' ? coloured(value, cells['levelCode']) : value
  },
}))

function widthOf(key: string, heading: string, example: string): number {
  if (MEASURES.includes(key)) return 36
  if (key === 'description') return 40
  return Math.max(10, Math.min(24, Math.max(heading.length * 2 + 2, example.length * 1.6)))
}

function coloured(value: CellValue, code: CellValue | undefined): Cell {
  const level = ([1, 2, 3, 4] as const).find((one) => one === code)
  return level === undefined ? value : { value, ground: RISK_LEVELS[level].hex }
}

/** One row a source with one assessment, the latest of each stage; a point or source that lacks them has a row all the same. */
function rowsOf(creditCode: string, point: Point): Cells[] {
  const base = pointCells(creditCode, point)
  if (point.sources.length === 0) return [{ ...base, ...responsibilityCells(point) }]
  return point.sources.flatMap((source, sourceIndex) => {
    const graded = (['inherent', 'residual'] as const).flatMap(
      (stage) => source.assessments.find((one) => one.stage === stage) ?? [],
    )
    const assessments: (Assessment | null)[] = graded.length === 0 ? [null] : graded
    return assessments.map((assessment, index) => ({
      ...base,
      ...sourceCells(source),
      ...(assessment === null ? {} : assessmentCells(assessment)),
      ...(index === 0 ? measureCells(source) : {}),
      ...(sourceIndex === 0 && index === 0 ? responsibilityCells(point) : {}),
    }))
  })
}

function pointCells(creditCode: string, point: Point): Cells {
  const [lon, lat] = point.location.coordinates
  return {
    creditCode,
    code: point.code,
    name: point.name,
    type: RISK_POINT_TYPES[point.type].zh,
    domain: RISK_DOMAINS[point.domain].zh,
    publicDomain: point.publicDomain ? '是' : '否',
    location: point.locationText || null,
    longitude: lon,
    latitude: lat,
    datum: 'WGS 84',
    version: point.version,
  }
}

function sourceCells({
  description,
  factor,
  riskCategory,
  accidentType,
  occupationalFactor,
}: Source): Cells {
  return {
    description,
    factor: FACTORS[factor].zh,
    riskCategory: riskCategory && RISK_CATEGORIES[riskCategory].zh,
    accidentType: isAccidentType(accidentType) ? ACCIDENT_TYPES[accidentType].zh : null,
    occupationalFactor: occupationalFactor && OCCUPATIONAL_FACTORS[occupationalFactor].zh,
  }
}

function assessmentCells({
  stage,
  method,
  inputs,
  score,
  level,
  directCriterion,
  assessor,
  assessedOn,
  reason,
}: Assessment): Cells {
  return {
    stage: ASSESSMENT_STAGES[stage].zh,
    method: method === 'DIRECT' ? '直接判定' : method,
    ...inputs,
    score: score === null ? null : Number(score),
    level: RISK_LEVELS[level].zh,
    levelCode: level,
    direct: directCriterion && DIRECT_CRITERIA[directCriterion].zh,
    assessor,
    assessedOn,
    reason,
  }
}

function measureCells({ measures }: Source): Cells {
  return Object.fromEntries(
    MEASURE_CATEGORY_CODES.map((category) => [
      category,
      writeMeasures(measures.filter((one) => one.category === category)) || null,
    ]),
  )
}

/** Everybody at their own level's columns, a line each. */
function responsibilityCells({ responsibilities }: Point): Cells {
  const named = CONTROL_LEVEL_CODES.filter((level) =>
    responsibilities.some(({ controlLevel }) => controlLevel === level),
  )
  return {
    controlLevels: named.map((level) => CONTROL_LEVELS[level].zh).join('、') || null,
    ...Object.fromEntries(
      named.flatMap((level) => {
        const own = responsibilities.filter(({ controlLevel }) => controlLevel === level)
        const keys = LEVEL_KEYS[level]
        return [
          [keys.department, own.map(({ department }) => department).join('\n')],
          [keys.person, own.map(({ person }) => person).join('\n')],
          [
            keys.mobile,
            own.some(({ mobile }) => mobile !== null)
              ? own.map(({ mobile }) => mobile ?? '-').join('\n')
              : null,
          ],
        ]
      }),
    ),
  }
}
