import type { z } from 'zod'
import { CONTROL_LEVEL_CODES, type ControlLevel } from '../../domain/control-level.ts'
import { MEASURE_CATEGORY_CODES, type MeasureCategory } from '../../domain/control-measure.ts'
import type { Fault } from '../parse-cells.ts'
import type { RiskPointRow } from './columns.ts'
import { readMeasures } from './measures.ts'
import { LEVEL_KEYS } from './responsibility-columns.ts'

type Row = z.output<typeof RiskPointRow>

export interface RowMeasure {
  readonly category: MeasureCategory
  readonly controlLevel: ControlLevel
  readonly content: string
}

export interface RowResponsibility {
  readonly controlLevel: ControlLevel
  readonly department: string
  readonly person: string
  /** Null where the row gives none: the one on record stays. */
  readonly mobile: string | null
}

/** Measures and responsibilities of a row, each at every control level it is for. */
export function readControls(row: Row): {
  readonly measures: RowMeasure[]
  readonly responsibilities: RowResponsibility[]
  readonly faults: Fault[]
} {
  const own = CONTROL_LEVEL_CODES.flatMap((level) => responsibilitiesAt(row, level))
  const named = row.controlLevels ?? [...new Set(own.map(({ controlLevel }) => controlLevel))]
  const shared =
    row.department !== null || row.person !== null
      ? named
          .filter((level) => own.every(({ controlLevel }) => controlLevel !== level))
          .map((controlLevel) => ({
            controlLevel,
            department: row.department ?? '',
            person: row.person ?? '',
            mobile: row.mobile || null,
          }))
      : []
  const written = MEASURE_CATEGORY_CODES.flatMap((category) =>
    readMeasures(row[category] ?? '').map((measure) => ({ category, ...measure })),
  )
  const measures = written.flatMap(({ category, controlLevels, content }) =>
    (controlLevels ?? named).map((controlLevel) => ({ category, controlLevel, content })),
  )
  const needed =
    named.length === 0 &&
    (written.some(({ controlLevels }) => controlLevels === null) ||
      row.department !== null ||
      row.person !== null)
  return {
    measures,
    responsibilities: [...own, ...shared],
    faults: needed
      ? [
          {
            key: 'controlLevels',
            fault: {
              zh: '填了管控措施或责任人，却没有管控层级；应为：公司、车间、班组、岗位，可填多个',
              en: 'There are measures or responsible people but no control level; expected: 公司, 车间, 班组, 岗位 (several may be named)',
            },
          },
        ]
      : [],
  }
}

/** Who answers at one level: one, or a line each of several. */
function responsibilitiesAt(row: Row, controlLevel: ControlLevel): RowResponsibility[] {
  const keys = LEVEL_KEYS[controlLevel]
  const [departments, people, mobiles] = [
    row[keys.department],
    row[keys.person],
    row[keys.mobile],
  ].map((text) => text?.split('\n') ?? [])
  const most = Math.max(departments?.length ?? 0, people?.length ?? 0)
  return Array.from({ length: most }, (_, line) => ({
    controlLevel,
    department: departments?.[line]?.trim() ?? '',
    person: people?.[line]?.trim() ?? '',
    mobile: mobiles?.[line]?.trim() || null,
  })).filter(({ department, person }) => department !== '' || person !== '')
}
