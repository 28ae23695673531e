import type { Role } from '@onemap/api/domain/role'

/** Who finds hazards and reports them: leaders and the rest only read. */
export const REPORTING_ROLES: readonly Role[] = ['enterprise', 'grid', 'bureau']

export function mayReport(role: Role | undefined): boolean {
  return role !== undefined && REPORTING_ROLES.includes(role)
}
