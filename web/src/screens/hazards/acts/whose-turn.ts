import type { Label } from '@onemap/api/domain/dictionary'
import { HAZARD_ROLES, type HazardRole } from '@onemap/api/domain/hazard-roles'
import type { Hazard } from '../queries.ts'

type Around = Pick<Hazard, 'enterpriseName' | 'officeName' | 'gridName' | 'rectifier'>

/** Parts by the body whose people play them; the leaders are the bureau's own and of no office. */
const HOLDERS: Readonly<Record<HazardRole, 'enterprise' | 'office' | 'grid' | 'leaders'>> = {
  reporter: 'enterprise',
  'safety-officer': 'enterprise',
  rectifier: 'enterprise',
  principal: 'enterprise',
  'grid-member': 'grid',
  office: 'office',
  'office-head': 'office',
  'bureau-leader': 'leaders',
}

/** Somebody who is waited for: a body by name, and in what part its people act. */
export interface Awaited {
  readonly name: string
  /** Empty where the name says it all. */
  readonly parts: readonly string[]
}

/** Who is waited for, by name: the enterprise, the office or the grid, each once, with the parts of its people. */
export function whoseTurn(
  roles: readonly HazardRole[],
  { enterpriseName, officeName, gridName, rectifier }: Around,
  term: (label: Label) => string,
): readonly Awaited[] {
  const names = { enterprise: enterpriseName, office: officeName, grid: gridName }
  const found = new Map<string, string[]>()
  for (const role of roles) {
    const holder = HOLDERS[role]
    const name = holder === 'leaders' ? term(HAZARD_ROLES[role]) : names[holder]
    const parts = found.get(name) ?? []
    // The office is its people: who of them does it needs no saying, unless it is the head alone.
    if (role !== 'office' && holder !== 'leaders')
      parts.push(
        role === 'rectifier' && rectifier !== null
          ? `${term(HAZARD_ROLES[role])} ${rectifier.name}`
          : term(HAZARD_ROLES[role]),
      )
    found.set(name, parts)
  }
  return [...found].map(([name, parts]) => ({
    name,
    parts: roles.includes('office') && name === officeName ? [] : parts,
  }))
}
