import type { Router } from 'vue-router'
import { whenBack } from '../answers/reach.ts'
import { whenBarred, type Barrier } from '../api.ts'
import { decide } from './guard.ts'
import { useSession } from './session.ts'

/** Keeps the screens and the session in step: who may enter, and where to go when the server lets nobody through. */
export function guardRouter(router: Router): void {
  router.beforeEach(async (to) => {
    if (to.meta.open === true && to.name !== 'sign-in') return true
    return decide(to, await useSession().settled())
  })

  const go: Readonly<Record<Barrier, () => void>> = {
    'signed-out': () => {
      const session = useSession()
      const wasSignedIn = session.me !== null
      session.end()
      const { name, fullPath } = router.currentRoute.value
      if (wasSignedIn && name !== 'sign-in')
        void router.push({ name: 'sign-in', query: { next: fullPath, ended: '1' } })
    },
    'password-change-required': () => void router.push({ name: 'password' }),
    'two-factor-required': () => void router.push({ name: 'two-factor' }),
    'no-appointment': () => {
      useSession().lose()
      void router.push({ name: 'no-appointment' })
    },
  }
  whenBarred((barrier) => go[barrier]())

  // Back on the network, the server says whether it still knows whom this device took for its holder.
  whenBack(async () => {
    const session = useSession()
    if (!session.offline) return
    const { kind } = await session.load()
    const { name, fullPath } = router.currentRoute.value
    if (kind === 'signed-out' && name !== 'sign-in')
      await router.push({ name: 'sign-in', query: { next: fullPath, ended: '1' } })
  })
}
