import { randomUUID } from 'node:crypto'
import { pointText } from '../../db/wgs84.ts'
import type { Label } from '../../domain/dictionary.ts'
import type { RiskPointType } from '../../domain/risk-point-kind.ts'
import { tidy } from '../../ledger/tidy.ts'
import type { PointToWrite } from '../rows.ts'
import type { Work } from '../work.ts'
import { planControls } from './plan-controls.ts'
import { planSources } from './plan-sources.ts'
import { emptyPlan, type Plan } from './plan-shape.ts'
import { problemOf, type RowProblem } from './problems.ts'
import type { Standing } from './standing.ts'
import type { WantedPoint } from './wanted.ts'

const USUAL_DOMAIN = {
  activity: 'operation',
  facility: 'equipment',
  part: 'production',
  place: 'production',
  area: 'production',
} as const satisfies Record<RiskPointType, string>

type StandingPoint = Standing['points'][number]

/**
 * What has to be written so that every point of the list is as the list says: points that it does not name stay, and
 * what a row leaves empty stays as on record.
 * @param enterprisePlace where a new point without coordinates lies
 */
export function planControlList(
  at: Work,
  wanted: readonly WantedPoint[],
  standing: Standing,
  present: ReadonlySet<string>,
  enterprisePlace: readonly [number, number],
): { plan: Plan; problems: RowProblem[] } {
  const plan = emptyPlan()
  const problems: RowProblem[] = []
  const byCode = new Map(standing.points.map((point) => [tidy(point.code), point]))
  let no = standing.points.reduce((most, point) => Math.max(most, point.no), 0)
  for (const point of wanted) {
    const known = byCode.get(point.code)
    if (point.version !== null && known?.version !== point.version) {
      problems.push(
        problemOf(point.row, {
          key: 'version',
          fault: staleVersion(known?.version),
        }),
      )
      continue
    }
    const id = known?.id ?? randomUUID()
    if (known === undefined) {
      no += 1
      plan.addPoints.push(newPoint(point, id, no, enterprisePlace))
    } else {
      planChange(plan, point, known)
    }
    planSources(plan, at, point, known, id, present)
    planControls(plan, at, point, known, id, standing.mobiles, present)
  }
  plan.unchangedPoints = wanted.length - plan.addPoints.length - plan.touched.size
  return { plan, problems }
}

function staleVersion(current: number | undefined): Label {
  return current === undefined
    ? {
        zh: '该风险点在导出之后已被删除；要重新登记请清空“版本”',
        en: 'This risk point was deleted after the export; to register it anew leave 版本 empty',
      }
    : {
        zh: `该风险点在导出之后已被修改（现为第 ${current} 版），请重新导出后再改`,
        en: `This risk point was changed after the export (now version ${current}): export again, then change it`,
      }
}

function newPoint(
  point: WantedPoint,
  id: string,
  no: number,
  enterprisePlace: readonly [number, number],
): PointToWrite {
  return {
    id,
    no,
    code: point.code,
    name: point.name,
    type: point.type,
    domain: point.domain ?? USUAL_DOMAIN[point.type],
    publicDomain: point.publicDomain ?? false,
    locationText: point.locationText ?? '',
    geom: pointText(point.place ?? enterprisePlace),
    extent: null,
  }
}

/** Coordinates are exported to six decimals: what agrees that far is where it was. */
const sameDegree = (a: number, b: number) => Math.abs(a - b) < 1e-6

function planChange(plan: Plan, point: WantedPoint, known: StandingPoint): void {
  const [lon, lat] = known.location.coordinates
  const moved =
    point.place !== null && !(sameDegree(point.place[0], lon) && sameDegree(point.place[1], lat))
  const change = {
    id: known.id,
    name: tidy(known.name) === point.name ? null : point.name,
    type: known.type === point.type ? null : point.type,
    domain: point.domain === null || known.domain === point.domain ? null : point.domain,
    publicDomain:
      point.publicDomain === null || known.publicDomain === point.publicDomain
        ? null
        : point.publicDomain,
    locationText:
      point.locationText === null || tidy(known.locationText) === point.locationText
        ? null
        : point.locationText,
    geom: moved && point.place !== null ? pointText(point.place) : null,
  }
  const { id, ...fields } = change
  if (Object.values(fields).every((value) => value === null)) return
  plan.changePoints.push(change)
  plan.touched.add(id)
}
