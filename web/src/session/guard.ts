import type { Role } from '@onemap/api/domain/role'
import type { RouteLocationRaw } from 'vue-router'
import type { Room } from '../i18n/rooms.ts'
import { homeOf } from '../navigation/places.ts'
import type { Me } from './me.ts'
import type { Standing } from './session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to everybody. @default false: only to who is signed in */
    open?: boolean
    /** Only to these roles; to all of them when absent. */
    roles?: readonly Role[]
    /** Shown also while a password must be changed or a second factor set up. */
    settling?: boolean
    /** A wall's screen: no rail beside it. */
    wall?: boolean
    /** What it says beyond the frame. */
    speaks?: readonly Room[]
  }
}

interface Destination {
  readonly name: unknown
  readonly fullPath: string
  readonly meta: {
    readonly open?: boolean
    readonly roles?: readonly Role[]
    readonly settling?: boolean
  }
}

/** Only a path of this very site may be gone to after signing in. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in')
    ? next
    : null
}

const withNext = (name: string, path: string): RouteLocationRaw => ({
  name,
  query: path === '/' ? {} : { next: path },
})

/** Whether somebody may see a screen, or which one instead. */
export function decide(to: Destination, standing: Standing): true | RouteLocationRaw {
  if (to.name === 'sign-in')
    return standing.kind === 'signed-in' ? { name: homeOf(standing.me.role) } : true
  if (to.meta.open === true) return true
  switch (standing.kind) {
    case 'signed-out':
      return withNext('sign-in', to.fullPath)
    case 'no-appointment':
      return { name: 'no-appointment' }
    case 'unknown':
    case 'unreachable':
      return withNext('unreachable', to.fullPath)
    case 'signed-in':
      return admitted(to, standing.me)
  }
}

type Visitor = Pick<Me, 'role' | 'mustChangePassword' | 'twoFactorRequired' | 'twoFactorEnabled'>

function admitted(
  { name, fullPath, meta }: Destination,
  { role, mustChangePassword, twoFactorRequired, twoFactorEnabled }: Visitor,
): true | RouteLocationRaw {
  if (mustChangePassword) return name === 'password' ? true : withNext('password', fullPath)
  if (twoFactorRequired && !twoFactorEnabled && meta.settling !== true)
    return withNext('two-factor', fullPath)
  if (meta.roles === undefined || meta.roles.includes(role)) return true
  return name === 'onemap'
    ? { name: homeOf(role) }
    : { name: 'forbidden', query: { from: fullPath } }
}
