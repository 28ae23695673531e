import { ENTERPRISE_KIND_CODES, type EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import { HAZARD_STATUS_CODES, type HazardGrade } from '@onemap/api/domain/hazard'
import type { MapSnapshots, TextCodes } from './columns.ts'
import { hazardCategory, keyOf, riskPointCategory } from './filter-key.ts'

/** A repeatable source of randomness for tests: numbers from 0 to below `limit`. */
export function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const META = { version: '1', asOf: '2026-11-23T06:05:00.000Z' }
const GRADES: readonly (HazardGrade | '')[] = ['', 'general', 'major']

/** Random snapshots of a given size. */
export function randomSnapshots(
  roll: (limit: number) => number,
  sizes: { enterprises: number; riskPoints: number; hazards: number },
): { readonly [Layer in keyof MapSnapshots]: NonNullable<MapSnapshots[Layer]> } {
  const place = (count: number) =>
    Float64Array.from(
      { length: count * 2 },
      (_, index) => (index % 2 === 0 ? 117.3 : 34.4) + roll(1000) / 2000,
    )
  const column = <Value extends string>(values: readonly Value[]): TextCodes<Value> => ({
    values,
    codes: Uint8Array.from({ length: sizes.enterprises }, () => roll(values.length)),
  })
  const level = Uint8Array.from({ length: sizes.enterprises }, () => roll(5))
  const names = Array.from(
    { length: sizes.enterprises },
    (_, row) => `${['鲁南', '运河', '恒泰'][roll(3)] ?? ''}${row}`,
  )
  const ids = names.map((_, row) => `e${row}`)
  const riskPointKeys = Array.from({ length: sizes.riskPoints }, () =>
    keyOf(roll(sizes.enterprises), riskPointCategory(roll(5), roll(21))),
  )
  const hazardKeys = Array.from({ length: sizes.hazards }, () =>
    keyOf(
      roll(sizes.enterprises),
      hazardCategory(
        HAZARD_STATUS_CODES[roll(HAZARD_STATUS_CODES.length)] ?? 'void',
        GRADES[roll(3)] ?? '',
        roll(2) === 1,
      ),
    ),
  )
  return {
    enterprises: {
      ...META,
      length: sizes.enterprises,
      positions: place(sizes.enterprises),
      ids,
      names,
      initials: names,
      creditCodes: names,
      searchTexts: names,
      kind: column<EnterpriseKind>(ENTERPRISE_KIND_CODES),
      level,
      town: column(['t1', 't2', 't3']),
      grid: column(['g1', 'g2', 'g3', 'g4']),
      industry: column(['', '2614', '4417']),
      industryNames: new Map([
        ['', '其他'],
        ['2614', '有机化学原料制造'],
        ['4417', '生物质能发电'],
      ]),
      keys: Uint32Array.from(level, (value, row) => keyOf(row, value)),
      rowOf: new Map(ids.map((id, row) => [id, row])),
    },
    riskPoints: {
      ...META,
      length: sizes.riskPoints,
      positions: place(sizes.riskPoints),
      no: new Uint16Array(sizes.riskPoints),
      keys: Uint32Array.from(riskPointKeys),
    },
    hazards: {
      ...META,
      length: sizes.hazards,
      positions: place(sizes.hazards),
      ids: new Uint8Array(sizes.hazards * 16),
      no: new Uint32Array(sizes.hazards),
      keys: Uint32Array.from(hazardKeys),
      deadline: new Int32Array(sizes.hazards),
      reportedOn: new Int32Array(sizes.hazards),
      today: 20_000,
    },
  }
}
