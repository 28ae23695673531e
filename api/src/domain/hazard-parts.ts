import type { HazardRole } from './hazard-roles.ts'
import type { Position } from './position.ts'
import type { Role } from './role.ts'

/** Somebody with an account, as far as hazards go. */
export interface HazardPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Of the appointments valid today. */
  readonly positions: readonly Position[]
}

/** Who is on record as rectifier; without an id somebody who has no account. */
export interface NamedRectifier {
  readonly id: string | null
  readonly name: string
}

const ENTERPRISE_PARTS: Readonly<Partial<Record<Position, readonly HazardRole[]>>> = {
  'safety-officer': ['safety-officer'],
  principal: ['principal', 'safety-officer'],
  rectifier: ['rectifier'],
}

/**
 * The parts somebody may act in, the usual one first; none for those who only read. Where the rectifier has no
 * account, the safety officer or the principal takes the rectifier's steps down, and counts as rectifier from then on.
 * @param rectifier of the hazard at hand; null before anybody is responsible
 */
export function hazardPartsOf(
  { id, role, positions }: HazardPerson,
  rectifier: NamedRectifier | null,
): readonly HazardRole[] {
  if (role === 'bureau') return positions.includes('head') ? ['office', 'office-head'] : ['office']
  if (role === 'leader') return ['bureau-leader']
  if (role === 'grid') return ['grid-member']
  if (role !== 'enterprise') return []
  const parts = new Set<HazardRole>(
    positions.flatMap((position) => ENTERPRISE_PARTS[position] ?? []),
  )
  if (rectifier?.id === id) parts.add('rectifier')
  if (rectifier !== null && rectifier.id === null && parts.has('safety-officer'))
    parts.add('rectifier')
  return [...parts]
}
