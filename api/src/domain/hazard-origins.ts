import { HAZARD_ORIGIN_CODES, HAZARD_ORIGINS, type HazardOrigin } from './hazard.ts'
import type { Role } from './role.ts'

/** Whether the authorities found it in one of their own ways, which the national exchange has no code for. */
export function isFoundByAuthority(origin: HazardOrigin): boolean {
  return !('exchangeCode' in HAZARD_ORIGINS[origin])
}

/** 隐患来源 that somebody of a role may report by; an enterprise's monitoring warns it as well as the bureau. */
export function originsFor(role: Role): readonly HazardOrigin[] {
  if (role === 'enterprise')
    return HAZARD_ORIGIN_CODES.filter(
      (origin) => !isFoundByAuthority(origin) || origin === 'monitoring-warning',
    )
  if (role === 'grid' || role === 'bureau')
    return HAZARD_ORIGIN_CODES.filter((origin) => isFoundByAuthority(origin) || origin === 'other')
  return []
}

/** How somebody of a role usually finds a hazard. */
export function defaultOrigin(role: Role): HazardOrigin {
  if (role === 'grid') return 'grid-patrol'
  return role === 'bureau' ? 'department-check' : 'daily'
}
