import type { Tx } from './database.ts'
import { accidentCases, prejudgementRiskPoints, prejudgements } from './schema/prejudgements.ts'
import { idOf, OFFICE, placeOf } from './test-fixture-places.ts'

/** Ids of the fixture's prejudgements: of enterprises 1 and 5, of an industry (safety office), of the city (energy office). */
export const PREJUDGEMENT = {
  first: idOf('6', 1),
  fifth: idOf('6', 2),
  industry: idOf('6', 3),
  city: idOf('6', 4),
} as const
export const CASE = idOf('6', 10)

const SAID = {
  sources: ['season'],
  periodFrom: '2026-11-01',
  periodTo: '2027-02-28',
  content: '冬季低温，管线易冻裂泄漏',
  createdByName: '张三',
}

/** Plants what looks ahead: one prejudgement of each level, links to risk points, and an accident case. */
export async function plantPrejudgements(tx: Tx): Promise<void> {
  await tx.insert(accidentCases).values([
    {
      id: CASE,
      officeId: OFFICE.safety,
      title: '某仓库爆炸',
      occurredOn: '2015-08-12',
      place: '某港',
      accidentType: 18,
      deaths: 1,
      injuries: null,
      summary: '违规储存',
      lessons: '分类储存',
      source: '调查报告',
    },
  ])
  await tx.insert(prejudgements).values([
    {
      ...SAID,
      ...scopeOf(1),
      id: PREJUDGEMENT.first,
      level: 'enterprise',
      title: '冬季预判',
      caseIds: [CASE],
      accidentTypes: [19],
    },
    {
      ...SAID,
      ...scopeOf(5),
      id: PREJUDGEMENT.fifth,
      level: 'enterprise',
      title: '焚烧厂冬季预判',
    },
    {
      ...SAID,
      officeId: OFFICE.safety,
      id: PREJUDGEMENT.industry,
      level: 'industry',
      industry: '化工',
      title: '化工行业预判',
    },
    {
      ...SAID,
      officeId: OFFICE.energy,
      id: PREJUDGEMENT.city,
      level: 'city',
      title: '城市预判',
      periodFrom: '2026-12-01',
    },
  ])
  await tx.insert(prejudgementRiskPoints).values([
    { ...scopeOf(1), prejudgementId: PREJUDGEMENT.first, riskPointId: idOf('b', 1) },
    { ...scopeOf(2), prejudgementId: PREJUDGEMENT.city, riskPointId: idOf('b', 5) },
    { ...scopeOf(3), prejudgementId: PREJUDGEMENT.city, riskPointId: idOf('b', 7) },
    { ...scopeOf(5), prejudgementId: PREJUDGEMENT.fifth, riskPointId: idOf('b', 9) },
  ])
}

function scopeOf(number: number) {
  const { enterpriseId, gridId, officeId } = placeOf(number)
  return { enterpriseId, gridId, officeId }
}
