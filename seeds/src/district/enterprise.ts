import { worstLevel } from '@onemap/api/domain/aggregation'
import { dayAfter } from '@onemap/api/domain/calendar'
import { todayInChina } from '@onemap/api/domain/overdue'
import type { ResponsibilityRow, ControlMeasureRow, EnterpriseRecord } from './rows.ts'
import { instant } from './calendar.ts'
import { LEADERS, OFFICIALS } from './hazards/cast.ts'
import { describeHazards } from './hazards/hazards.ts'
import type { GridStaff } from './grid-staff.ts'
import type { EnterprisePlan } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import { levelsThrough } from './risks/past-levels.ts'
import { describePoints } from './risks/risk-points.ts'
import { hireStaff, unassignedLandline } from './staff.ts'

interface Context {
  readonly seed: string
  readonly asOf: string
  readonly gridStaff: GridStaff
}

/** Part of the enterprises whose controls are not all in place, as in any real district. */
const INCOMPLETE_PART = 0.07

/** Everything about one planned enterprise; depends on nothing but the plan, the seed and the day. */
export function describeEnterprise(
  plan: EnterprisePlan,
  { seed, asOf, gridStaff }: Context,
): EnterpriseRecord {
  const random = createRandom(`${seed} enterprise ${plan.serial}`)
  const { trade, line, site } = plan
  const id = random.uuid()
  const gridMembers = gridStaff.get(site.whereabouts.grid.id) ?? []
  const staff = hireStaff(random, [
    ...OFFICIALS,
    ...LEADERS,
    ...gridMembers.map(({ name }) => name),
  ])
  const majorHazard = random.chance(trade.majorHazards ?? 0)
  const safetyDepartment = random.pick(
    trade.publicDomain ? ['管理办公室', '安全保卫科'] : ['安全环保部', '安全管理部', '安全生产科'],
  )
  const createdAt = instant(dayAfter(asOf, -random.int(300, 700)), random.int(8 * 60, 17 * 60))
  const enteredOn = todayInChina(createdAt)
  const points = describePoints(random, {
    plan,
    staff,
    safetyDepartment,
    majorHazard,
    enteredOn,
    asOf,
  })
  const controls = {
    measures: points.flatMap(({ measures }) => measures),
    responsibilities: points.flatMap(({ responsibilities }) => responsibilities),
  }
  const { measures, responsibilities } = random.chance(INCOMPLETE_PART)
    ? withGaps(random, controls)
    : controls
  const { hazards, events } = describeHazards(random, { plan, points, staff, gridStaff, asOf })
  const principal = staff.holder('principal').name
  const past = levelsThrough(points, enteredOn)
  const riskLevel = worstLevel(points.map(({ row }) => row.level))
  const installation = random.weighted([
    [2, 1],
    [3, 4],
    [4, 6],
  ] as const)

  return {
    enterprise: {
      id,
      creditCode: plan.creditCode,
      name: plan.name,
      initials: plan.initials,
      kind: trade.kind,
      industryCode: line.code,
      industry: line.industry,
      activity: line.activity,
      address: plan.address,
      areaCode: site.whereabouts.area.code,
      townCode: site.whereabouts.town.code,
      gridId: site.whereabouts.grid.id,
      officeCode: trade.office,
      position: site.centre,
      legalRepresentative: random.chance(0.7) ? principal : staff.holder('legal').name,
      principal,
      safetyOfficer: staff.holder('safety-officer').name,
      dutyPhone: unassignedLandline(random),
      employees: headcount(random, plan),
      // 涉及重大危险源 makes a risk major: who has no major risk has no such installation.
      majorHazardLevel: majorHazard && riskLevel === 1 ? installation : null,
      riskLevel,
      createdAt,
    },
    riskPoints: points.map(({ row }) => ({
      ...row,
      standsSince: past.standsSince.get(row.id) ?? enteredOn,
    })),
    pastPoints: past.points,
    pastLevels: past.enterprise,
    hazardSources: points.flatMap(({ sources }) => sources),
    assessments: points.flatMap(({ assessments }) => assessments),
    controlMeasures: measures,
    responsibilities,
    hazards,
    hazardEvents: events,
  }
}

/** Employees go with the size of the plant, within what is usual in the trade. */
function headcount(random: Random, { trade, riskPoints }: EnterprisePlan): number {
  const [least, most] = trade.employees
  const part = Math.min(1, riskPoints / (trade.size[1] * 1.5)) * (0.6 + 0.4 * random.next())
  return Math.round(least + (most - least) * part)
}

/** Takes out some of the responsible people and some measures. */
function withGaps(
  random: Random,
  {
    measures,
    responsibilities,
  }: { measures: ControlMeasureRow[]; responsibilities: ResponsibilityRow[] },
) {
  return {
    measures: measures.filter(() => !random.chance(0.06)),
    responsibilities: responsibilities.filter(() => !random.chance(0.1)),
  }
}
