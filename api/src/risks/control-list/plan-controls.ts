import { randomUUID } from 'node:crypto'
import { RESPONSIBILITY_KEYS } from '../../ledger/risk-points/responsibility-columns.ts'
import { sealedMobile } from '../compose.ts'
import type { Work } from '../work.ts'
import type { Plan } from './plan-shape.ts'
import type { Standing } from './standing.ts'
import { responsibilityKey, type WantedPoint } from './wanted.ts'

/** Who answers for a listed point becomes whom the list names; a mobile it does not give stays the one on record. */
export function planControls(
  plan: Plan,
  at: Work,
  point: WantedPoint,
  known: Standing['points'][number] | undefined,
  pointId: string,
  mobiles: Standing['mobiles'],
  present: ReadonlySet<string>,
): void {
  if (!RESPONSIBILITY_KEYS.some((key) => present.has(key))) return
  const kept = new Set<string>()
  for (const [key, { mobile, ...wanted }] of point.responsibilities) {
    const sealed = mobile === null ? null : at.seal(mobile)
    const standing = (known?.responsibilities ?? []).find(
      (one) =>
        responsibilityKey(one) === key && (sealed === null || mobiles.get(one.id) === sealed),
    )
    if (standing !== undefined) {
      kept.add(standing.id)
      continue
    }
    plan.addResponsibilities.push({
      ...wanted,
      id: randomUUID(),
      riskPointId: pointId,
      ...sealedMobile(at, mobile),
    })
    if (known !== undefined) plan.touched.add(pointId)
  }
  for (const { id, ...one } of known?.responsibilities ?? []) {
    const listed = point.responsibilities.get(responsibilityKey(one))
    if (kept.has(id) || (listed !== undefined && listed.mobile === null)) {
      plan.unchangedResponsibilities += 1
      continue
    }
    plan.removeResponsibilities.push(id)
    plan.touched.add(pointId)
  }
}
