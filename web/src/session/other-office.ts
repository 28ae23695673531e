import { computed, type ComputedRef } from 'vue'
import { useSession } from './session.ts'

interface Answered {
  readonly office: { readonly id: string; readonly name: string }
}

/**
 * Name of the office that answers for something, where that is not the visitor's own; null where nothing stands in the
 * way, for whoever is of no office, and until it is known.
 */
export function useOtherOffice(one: () => Answered | undefined): ComputedRef<string | null> {
  const session = useSession()
  return computed(() => {
    const office = one()?.office
    const isForeign =
      session.me?.role === 'bureau' && office !== undefined && office.id !== session.me.officeId
    return isForeign ? office.name : null
  })
}
