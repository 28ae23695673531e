import type { HazardActor } from '@onemap/api/domain/hazard-event'
import type { HazardRole } from '@onemap/api/domain/hazard-roles'
import type { HazardOrigin } from '@onemap/api/domain/hazard'
import type { Surroundings } from '../content/wording.ts'
import type { GridStaff } from '../grid-staff.ts'
import type { EnterprisePlan } from '../plan.ts'
import { createRandom, type Random } from '../random.ts'
import { personName, type Staff } from '../staff.ts'
import { reporterRole } from './origins.ts'

/** The people around one hazard. Ids are names, as there are no accounts. */
export interface Cast {
  readonly reporter: HazardActor
  readonly safetyOfficer: HazardActor
  readonly rectifier: HazardActor
  readonly principal: HazardActor
  readonly gridMember: HazardActor
  readonly office: HazardActor
  readonly bureauLeader: HazardActor
  /** Found by the authorities, who then grade and review it too. */
  readonly official: boolean
}

/** The bureau's people, the same everywhere. */
const bureau = createRandom('bureau')
export const OFFICIALS: readonly string[] = Array.from({ length: 8 }, () => personName(bureau))
export const LEADERS: readonly string[] = Array.from({ length: 2 }, () => personName(bureau))

/** Returns a function that casts one hazard of the enterprise after another. */
export function castFor(plan: EnterprisePlan, staff: Staff, gridStaff: GridStaff) {
  const members = gridStaff.get(plan.site.whereabouts.grid.id) ?? []
  return (random: Random, { unit, team, post }: Surroundings, origin: HazardOrigin): Cast => {
    const actor = (id: string, role: HazardRole): HazardActor => ({ id, role })
    const safetyOfficer = actor(staff.holder('safety-officer').name, 'safety-officer')
    const rectifier = actor(
      staff.holder(random.chance(0.6) ? `head of ${unit}` : `head of ${unit} ${team}`).name,
      'rectifier',
    )
    const gridMember = actor(
      members.length > 0 ? random.pick(members).name : staff.holder('grid').name,
      'grid-member',
    )
    const office = actor(random.pick(OFFICIALS), 'office')
    const role = reporterRole(random, origin)
    const reporters: Partial<Record<HazardRole, HazardActor>> = {
      'grid-member': gridMember,
      office,
      'safety-officer': safetyOfficer,
      rectifier,
    }
    const worker =
      origin === 'public-report'
        ? '群众（匿名）'
        : staff.holder(`${post} ${unit} ${random.int(1, 3)}`).name
    return {
      reporter: reporters[role] ?? actor(worker, 'reporter'),
      safetyOfficer,
      rectifier,
      principal: actor(staff.holder('principal').name, 'principal'),
      gridMember,
      office,
      bureauLeader: actor(random.pick(LEADERS), 'bureau-leader'),
      official: [
        'grid-patrol',
        'department-check',
        'authority-expert',
        'assigned',
        'public-report',
      ].includes(origin),
    }
  }
}
