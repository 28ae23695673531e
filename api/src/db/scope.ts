import { z } from 'zod'

/** The audiences the database knows: one role each, with row-level security policies of its own. */
export const AUDIENCES = ['wide', 'grid', 'enterprise', 'public', 'auditor', 'admin'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Who is asking. A transaction sees the rows of its scope and no others, whatever its SQL says. */
export interface Scope {
  readonly audience: Audience
  readonly userId?: string
  readonly enterpriseId?: string
  readonly gridIds?: readonly string[]
}

const Uuid = z.uuid()

/**
 * The statements that open a scoped transaction. `SET LOCAL` takes no parameters, so every value is
 * proven to be a UUID before it becomes text.
 * @throws ZodError if an id is not a UUID
 */
export function openScope(scope: Scope): string {
  const settings = {
    user_id: scope.userId === undefined ? '' : Uuid.parse(scope.userId),
    enterprise_id: scope.enterpriseId === undefined ? '' : Uuid.parse(scope.enterpriseId),
    grid_ids: `{${(scope.gridIds ?? []).map((id) => Uuid.parse(id)).join(',')}}`,
  }
  return [
    'BEGIN',
    `SET LOCAL ROLE onemap_${scope.audience}`,
    ...Object.entries(settings).map(([name, value]) => `SET LOCAL app.${name} = '${value}'`),
  ].join('; ')
}

/** Cache key of a scope: two scopes with one key see the same rows. */
export function scopeKey(scope: Scope): string {
  return [scope.audience, scope.enterpriseId ?? '', [...(scope.gridIds ?? [])].sort().join(',')].join('|')
}
