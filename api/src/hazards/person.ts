import type { HazardPerson } from '../domain/hazard-parts.ts'
import type { Reader } from '../http/scope.ts'

/** Who sends a request, as far as hazards go; undefined for who is not known by name. */
export function hazardPerson({ role, scope, position }: Reader): HazardPerson | undefined {
  if (role === 'public' || scope.actor === undefined) return undefined
  return {
    id: scope.actor.id,
    name: scope.actor.name,
    role,
    positions: position === undefined ? [] : [position],
  }
}
