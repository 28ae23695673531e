import { Building2, Grid3x3, Users } from '@lucide/vue'
import type { Role } from '@onemap/api/domain/role'
import type { Component } from 'vue'
import { GROUP_IDS, MAIN_GROUPS, type GroupId } from './groups.ts'

/** A place of the product somebody can go to. */
export interface Place {
  readonly route: string
  /** Key of its name below `nav`. */
  readonly name:
    | 'command'
    | 'patrol'
    | 'workspace'
    | 'risks'
    | 'prejudgements'
    | 'cases'
    | 'onemap'
    | 'bureau'
    | 'signOffs'
    | 'messages'
    | 'orders'
    | 'patrols'
    | 'visits'
    | 'codes'
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
  readonly group: GroupId
  /** Its own, where places stand in the menu because the role has no other group. */
  readonly icon?: Component
  readonly roles: readonly Role[]
}

const READERS: readonly Role[] = ['leader', 'bureau', 'grid', 'enterprise']
const DESK: readonly Role[] = ['leader', 'bureau', 'grid']

/** Every place by its group; the first of a group is where the group opens. */
export const PLACES: readonly Place[] = [
  { route: 'onemap', name: 'onemap', group: 'overview', roles: READERS },
  { route: 'command', name: 'command', group: 'overview', roles: ['leader', 'bureau'] },
  { route: 'bureau', name: 'bureau', group: 'work', roles: DESK },
  { route: 'sign-offs', name: 'signOffs', group: 'work', roles: ['leader', 'bureau'] },
  { route: 'workspace-home', name: 'workspace', group: 'work', roles: ['enterprise'] },
  { route: 'messages', name: 'messages', group: 'work', roles: READERS },
  { route: 'workspace-risks', name: 'risks', group: 'enterprises', roles: ['enterprise'] },
  { route: 'prejudgements', name: 'prejudgements', group: 'enterprises', roles: READERS },
  { route: 'hazards', name: 'hazards', group: 'hazards', roles: READERS },
  { route: 'inspections', name: 'inspections', group: 'hazards', roles: READERS },
  { route: 'orders', name: 'orders', group: 'hazards', roles: READERS },
  { route: 'concerns', name: 'concerns', group: 'hazards', roles: DESK },
  { route: 'patrol', name: 'patrol', group: 'patrols', roles: ['grid'] },
  { route: 'patrols', name: 'patrols', group: 'patrols', roles: DESK },
  { route: 'patrol-visits', name: 'visits', group: 'patrols', roles: READERS },
  { route: 'patrol-codes', name: 'codes', group: 'patrols', roles: ['bureau'] },
  { route: 'notices', name: 'notices', group: 'response', roles: READERS },
  { route: 'statistics', name: 'statistics', group: 'results', roles: DESK },
  { route: 'disclosure', name: 'disclosure', group: 'results', roles: ['leader', 'bureau'] },
  { route: 'accident-cases', name: 'cases', group: 'learning', roles: READERS },
  { route: 'people', name: 'people', group: 'settings', icon: Users, roles: ['admin'] },
  { route: 'offices', name: 'offices', group: 'settings', icon: Building2, roles: ['admin'] },
  { route: 'grids', name: 'grids', group: 'settings', icon: Grid3x3, roles: ['admin'] },
  { route: 'audit', name: 'audit', group: 'audit', roles: ['auditor'] },
]

/** A group as one role sees it: never empty. */
export interface MenuGroup {
  readonly id: GroupId
  /** Where the group opens. */
  readonly first: Place
  readonly places: readonly Place[]
}

function groupOf(id: GroupId, role: Role): MenuGroup[] {
  const places = PLACES.filter((place) => place.group === id && place.roles.includes(role))
  const [first] = places
  return first === undefined ? [] : [{ id, first, places }]
}

/** Whether a role has a place of this name. */
export function hasPlace(role: Role, name: Place['name']): boolean {
  return PLACES.some((place) => place.name === name && place.roles.includes(role))
}

/** The groups of a role: those of every day, and the rest. */
export function menuOf(role: Role): {
  readonly main: readonly MenuGroup[]
  readonly rest: readonly MenuGroup[]
} {
  const main = MAIN_GROUPS[role]
  return {
    main: main.flatMap((id) => groupOf(id, role)),
    rest: GROUP_IDS.filter((id) => !main.includes(id)).flatMap((id) => groupOf(id, role)),
  }
}

/** Where a role's day begins when it is not the first place of its first group. */
const HOMES: Partial<Readonly<Record<Role, string>>> = {
  leader: 'command',
  bureau: 'onemap',
}

/** Name of the route where a role's day begins. */
export function homeOf(role: Role): string {
  return HOMES[role] ?? menuOf(role).main[0]?.first.route ?? 'account'
}
