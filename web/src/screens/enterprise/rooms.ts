import type { Role } from '@onemap/api/domain/role'
import { computed, type ComputedRef } from 'vue'
import type { LocationQueryRaw, RouteLocationRaw } from 'vue-router'
import { useSession } from '../../session/session.ts'

/** Screens of the workspace; each has an address for the enterprise itself and one for who looks after it. */
export type RoomName =
  | 'home'
  | 'risks'
  | 'risk-table'
  | 'new-risk'
  | 'control-list'
  | 'risk'
  | 'neighbours'

/** Ways through one enterprise's workspace: one's own by `/workspace`, others' by `/enterprises/…`. */
export function useRooms(enterpriseId: () => string) {
  const session = useSession()
  const own = computed(() => session.me?.role === 'enterprise')
  return {
    own,
    room: (
      name: RoomName,
      params: Readonly<Record<string, string>> = {},
      query: LocationQueryRaw = {},
    ): RouteLocationRaw =>
      own.value
        ? { name: `workspace-${name}`, params, query }
        : {
            name: `enterprise-${name}`,
            params: { ...params, enterpriseId: enterpriseId() },
            query,
          },
  }
}

interface Keeper {
  readonly role: Role
  readonly officeId?: string | undefined
  readonly enterpriseId?: string | undefined
}

/** Who may change what an enterprise keeps: itself, and the office that answers for it. */
export function mayKeep(
  me: Keeper | null,
  enterprise: { readonly id: string; readonly officeId: string | undefined },
): boolean {
  if (me === null) return false
  return (
    (me.role === 'enterprise' && me.enterpriseId === enterprise.id) ||
    (me.role === 'bureau' && me.officeId !== undefined && me.officeId === enterprise.officeId)
  )
}

/** The same for the visitor. False until the enterprise is known. */
export function useMayKeep(
  enterprise: () => { readonly id: string; readonly office: { readonly id: string } } | undefined,
): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => {
    const one = enterprise()
    return one !== undefined && mayKeep(session.me, { id: one.id, officeId: one.office.id })
  })
}
