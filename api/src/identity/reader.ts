import type { Audience, Scope } from '../db/scope.ts'
import { postOf } from '../domain/post.ts'
import type { Role } from '../domain/role.ts'
import type { Barrier, Reader } from '../http/scope.ts'
import type { SignedIn } from './queries.ts'

/** What a role reads and writes with; leader and bureau both see the whole district. */
const AUDIENCE_OF = {
  leader: 'wide',
  bureau: 'wide',
  grid: 'grid',
  enterprise: 'enterprise',
  admin: 'admin',
  auditor: 'auditor',
} as const satisfies Record<Role, Audience>

/** Somebody without a session. */
export function publicReader(requestIp: string | undefined): Reader {
  return {
    role: 'public',
    scope: { audience: 'public', ...(requestIp === undefined ? {} : { requestIp }) },
    barrier: null,
    sessionId: null,
  }
}

/**
 * Who somebody is to a request, by session, role and the appointments of the day.
 * @param requiring roles that must have set up two-factor sign-in
 */
export function readerOfPerson(
  person: SignedIn,
  requiring: readonly Role[],
  requestIp: string | undefined,
): Reader {
  const { id, name, role, sessionId } = person
  const [held] = person.appointments
  const barrier = barrierOf(person, requiring)
  const scope: Scope = {
    // Who holds no appointment sees what the public sees, whatever else should fail.
    ...(barrier === 'no-appointment'
      ? { audience: 'public' }
      : { audience: AUDIENCE_OF[role], ...holdings(person) }),
    userId: id,
    actor: { id, name, role, ...(held === undefined ? {} : { post: postOf(role, held) }) },
    ...(requestIp === undefined ? {} : { requestIp }),
  }
  return { role, scope, barrier, sessionId, ...(held?.position ? { position: held.position } : {}) }
}

function barrierOf(
  { appointments, mustChangePassword, twoFactorEnabled, role }: SignedIn,
  requiring: readonly Role[],
): Barrier | null {
  if (appointments.length === 0) return 'no-appointment'
  if (mustChangePassword) return 'password-change-required'
  return requiring.includes(role) && !twoFactorEnabled ? 'two-factor-required' : null
}

/** The ids a scope is narrowed by. Only a grid person holds several appointments at once. */
export function holdings({
  appointments,
}: Pick<SignedIn, 'appointments'>): Pick<Scope, 'officeId' | 'enterpriseId' | 'gridIds'> {
  const [first] = appointments
  const gridIds = [...new Set(appointments.flatMap(({ gridId }) => gridId ?? []))]
  return {
    ...(first?.officeId ? { officeId: first.officeId } : {}),
    ...(first?.enterpriseId ? { enterpriseId: first.enterpriseId } : {}),
    ...(gridIds.length > 0 ? { gridIds } : {}),
  }
}

/** The scope in which people and sessions are looked after, on behalf of whoever sends the request. */
export function identityScope({ userId, actor, requestIp }: Scope): Scope {
  return {
    audience: 'identity',
    ...(userId === undefined ? {} : { userId }),
    ...(actor === undefined ? {} : { actor }),
    ...(requestIp === undefined ? {} : { requestIp }),
  }
}
