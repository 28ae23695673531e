import { maskPhone } from '../domain/mask-mobile.ts'
import type { Tx } from './database.ts'
import {
  assessments,
  controlMeasures,
  hazardSources,
  responsibilities,
  riskPoints,
} from './schema/risks.ts'
import { createSealer, SEAL_KEY_BYTES } from './sealed.ts'
import { plantHistory } from './test-fixture-history.ts'
import { idOf, placeOf, pointAt } from './test-fixture-places.ts'

interface Sketch {
  readonly enterprise: number
  readonly no: number
  /** Level that its assessment comes to; null: a source without one, undefined: not even a source. */
  readonly level?: 1 | 2 | 3 | 4 | null
  readonly accidentType?: number
}

/** Risk points 1–10 in this order; all levels occur, one point is not assessed and one has no source. */
export const POINTS: readonly Sketch[] = [
  { enterprise: 1, no: 1, level: 1, accidentType: 16 },
  { enterprise: 1, no: 2, level: 3, accidentType: 5 },
  { enterprise: 1, no: 3, level: null, accidentType: 8 },
  { enterprise: 1, no: 4 },
  { enterprise: 2, no: 1, level: 2, accidentType: 3 },
  { enterprise: 2, no: 2, level: 4, accidentType: 5 },
  { enterprise: 3, no: 1, level: 4, accidentType: 8 },
  { enterprise: 4, no: 7, level: 4, accidentType: 6 },
  { enterprise: 5, no: 1, level: 2, accidentType: 16 },
  { enterprise: 5, no: 2, level: 3, accidentType: 7 },
]

/** LEC values that come to each level by the classic profile. */
export const LEC_INPUTS = {
  1: { l: 10, e: 6, c: 15, score: '900' },
  2: { l: 6, e: 3, c: 15, score: '270' },
  3: { l: 3, e: 6, c: 7, score: '126' },
  4: { l: 1, e: 3, c: 7, score: '21' },
} as const

/** Plants the points with one source each; levels come from the assessments, by the database. */
export async function plantRisks(tx: Tx): Promise<void> {
  const points = POINTS.map((point, index) => ({
    ...point,
    number: index + 1,
    place: placeOf(point.enterprise),
  }))
  await tx.insert(riskPoints).values(
    points.map(({ no, number, place }) => ({
      ...place,
      id: idOf('b', number),
      no,
      code: `R${no}`,
      name: `风险点${number}`,
      type: 'facility' as const,
      domain: 'production' as const,
      geom: pointAt(place.at[0] + no * 5, place.at[1] + 5),
      ...(number === 1
        ? {
            extent: {
              type: 'Polygon' as const,
              coordinates: [
                [
                  [117.73, 34.56],
                  [117.731, 34.56],
                  [117.731, 34.561],
                  [117.73, 34.56],
                ],
              ],
            },
          }
        : {}),
    })),
  )
  const sources = points.filter((point) => point.level !== undefined)
  await tx.insert(hazardSources).values(
    sources.map(({ number, place, accidentType = 20 }) => ({
      ...place,
      id: idOf('c', number),
      riskPointId: idOf('b', number),
      description: '危险源',
      factor: 'object' as const,
      accidentType,
    })),
  )
  await tx
    .insert(assessments)
    .values(
      sources.flatMap(({ number, place, level }) =>
        level ? [assessment(number, place.enterpriseId, level)] : [],
      ),
    )
  await plantControls(tx)
  await plantHistory(tx)
}

/** A row of `assessments` for source `number` that comes to a level. */
export function assessment(
  number: number,
  enterpriseId: string,
  level: 1 | 2 | 3 | 4,
  id = idOf('d', number),
) {
  const { score, ...inputs } = LEC_INPUTS[level]
  const { gridId, officeId } = placeOf(Number(enterpriseId.slice(-4)))
  return {
    enterpriseId,
    gridId,
    officeId,
    id,
    hazardSourceId: idOf('c', number),
    stage: 'inherent' as const,
    method: 'LEC' as const,
    inputs,
    score,
    level,
    profileId: 'lec-classic',
    profileVersion: 1,
    assessor: '评价员',
    assessedOn: '2026-03-01',
  }
}

/** What the fixture's numbers are sealed with. */
export const TEST_SEALER = createSealer(Buffer.alloc(SEAL_KEY_BYTES, 7))

const mobile = (number: string) => ({
  mobileSealed: TEST_SEALER.seal(number),
  mobileMasked: maskPhone(number),
})

async function plantControls(tx: Tx): Promise<void> {
  const place = placeOf(1)
  await tx.insert(controlMeasures).values([
    {
      ...place,
      id: idOf('3', 1),
      hazardSourceId: idOf('c', 2),
      category: 'engineering',
      controlLevel: 'post',
      content: '安全阀',
      status: 'effective',
      verifiedOn: '2026-05-01',
    },
    {
      ...place,
      id: idOf('3', 2),
      hazardSourceId: idOf('c', 2),
      category: 'institutional',
      controlLevel: 'workshop',
      content: '巡检',
      status: 'effective',
    },
    {
      ...place,
      id: idOf('3', 3),
      hazardSourceId: idOf('c', 2),
      category: 'training',
      controlLevel: 'team',
      content: '培训',
      status: 'failed',
    },
  ])
  await tx.insert(responsibilities).values([
    {
      ...place,
      id: idOf('4', 1),
      riskPointId: idOf('b', 2),
      controlLevel: 'post',
      department: '锅炉班',
      person: '王五',
      ...mobile('13800001234'),
    },
    {
      ...place,
      id: idOf('4', 2),
      riskPointId: idOf('b', 2),
      controlLevel: 'workshop',
      department: '动力车间',
      person: '赵六',
      ...mobile('13900005678'),
    },
    {
      ...place,
      id: idOf('4', 3),
      riskPointId: idOf('b', 2),
      controlLevel: 'team',
      department: '甲班',
      person: '钱七',
    },
  ])
}
