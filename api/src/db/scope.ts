import { z } from 'zod'

/** The audiences the database knows: one role each, with row-level security policies and grants of its own. */
export const AUDIENCES = [
  'wide',
  'grid',
  'enterprise',
  'public',
  'auditor',
  'admin',
  'identity',
] as const
export type Audience = (typeof AUDIENCES)[number]

/** Who acts, by the name and role the record of acts keeps. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: string
  /** The post in words, for the record of acts; unknown to who holds none. */
  readonly post?: string
}

/** Who is asking. A transaction sees and writes the rows of its scope and no others, whatever its SQL says. */
export interface Scope {
  readonly audience: Audience
  readonly userId?: string
  readonly enterpriseId?: string
  readonly gridIds?: readonly string[]
  /** Whose objects a member of the bureau may write; a leader has none and only reads. */
  readonly officeId?: string
  /** For the record of acts. Of it the role alone decides about rows: what waits for a leader, a leader decides. */
  readonly actor?: Actor
  /** Where the request came from, for the record of acts. */
  readonly requestIp?: string
}

const uuid = z.uuid()
const ip = z.union([z.ipv4(), z.ipv6()])
const role = z.string().regex(/^[a-z][a-z-]{0,30}$/)
/** A name as people have them; a backslash or a control character is none. */
const personName = z
  .string()
  .regex(/^[^\p{C}\\]{1,100}$/u)
  .transform((name) => name.replaceAll("'", "''"))
/** A post is made of names and a title, and no reason to turn anybody away: what a setting cannot hold is left out. */
const post = z.string().transform((text) =>
  text
    .slice(0, 200)
    .replaceAll(/[\p{C}\\]/gu, '')
    .replaceAll("'", "''"),
)

const optionally = (value: string | undefined, text: z.ZodType<string>) =>
  value === undefined ? '' : text.parse(value)

/**
 * The statements that open a scoped transaction. `SET LOCAL` takes no parameters, so every value is proven
 * to be what it should be before it becomes text.
 * @throws ZodError if a value is not of its form
 */
export function openScope(scope: Scope, begin: 'BEGIN' | 'BEGIN READ ONLY' = 'BEGIN'): string {
  const settings = {
    user_id: optionally(scope.userId, uuid),
    enterprise_id: optionally(scope.enterpriseId, uuid),
    grid_ids: `{${(scope.gridIds ?? []).map((id) => uuid.parse(id)).join(',')}}`,
    office_id: optionally(scope.officeId, uuid),
    actor: optionally(scope.actor?.id, uuid),
    actor_name: optionally(scope.actor?.name, personName),
    actor_role: optionally(scope.actor?.role, role),
    actor_post: optionally(scope.actor?.post, post),
    request_ip: optionally(scope.requestIp, ip),
  }
  return [
    begin,
    `SET LOCAL ROLE onemap_${z.enum(AUDIENCES).parse(scope.audience)}`,
    ...Object.entries(settings).map(([name, value]) => `SET LOCAL app.${name} = '${value}'`),
  ].join('; ')
}

/** Cache key of a scope: two scopes with one key see the same rows. */
export function scopeKey(scope: Scope): string {
  return [
    scope.audience,
    scope.enterpriseId ?? '',
    [...(scope.gridIds ?? [])].sort().join(','),
  ].join('|')
}
