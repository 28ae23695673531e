import type { Role } from '@onemap/api/domain/role'

/** A place of the product somebody can go to. */
interface Place {
  readonly route: string
  /** Key of its name below `nav`. */
  readonly name:
    | 'command'
    | 'patrol'
    | 'workspace'
    | 'risks'
    | 'prejudgements'
    | 'onemap'
    | 'bureau'
    | 'orders'
    | 'patrols'
    | 'statistics'
    | 'disclosure'
    | 'concerns'
    | 'hazards'
    | 'inspections'
    | 'notices'
    | 'people'
    | 'offices'
    | 'grids'
    | 'audit'
  readonly roles: readonly Role[]
}

const READERS: readonly Role[] = ['leader', 'bureau', 'grid', 'enterprise']

/** Every place by who works there; the first of a role is its home. */
export const PLACES: readonly Place[] = [
  { route: 'command', name: 'command', roles: ['leader'] },
  { route: 'workspace-home', name: 'workspace', roles: ['enterprise'] },
  { route: 'workspace-risks', name: 'risks', roles: ['enterprise'] },
  { route: 'patrol', name: 'patrol', roles: ['grid'] },
  { route: 'onemap', name: 'onemap', roles: READERS },
  { route: 'command', name: 'command', roles: ['bureau'] },
  { route: 'bureau', name: 'bureau', roles: ['bureau'] },
  { route: 'hazards', name: 'hazards', roles: READERS },
  { route: 'inspections', name: 'inspections', roles: READERS },
  { route: 'notices', name: 'notices', roles: READERS },
  { route: 'orders', name: 'orders', roles: READERS },
  { route: 'patrols', name: 'patrols', roles: ['leader', 'bureau', 'grid'] },
  { route: 'statistics', name: 'statistics', roles: ['leader', 'bureau', 'grid'] },
  { route: 'disclosure', name: 'disclosure', roles: ['leader', 'bureau'] },
  { route: 'concerns', name: 'concerns', roles: ['leader', 'bureau', 'grid'] },
  { route: 'prejudgements', name: 'prejudgements', roles: READERS },
  { route: 'people', name: 'people', roles: ['admin'] },
  { route: 'offices', name: 'offices', roles: ['admin'] },
  { route: 'grids', name: 'grids', roles: ['admin'] },
  { route: 'audit', name: 'audit', roles: ['auditor'] },
]

export function placesOf(role: Role): readonly Place[] {
  return PLACES.filter(({ roles }) => roles.includes(role))
}

/** Name of the route where a role's day begins. */
export function homeOf(role: Role): string {
  return placesOf(role)[0]?.route ?? 'account'
}
