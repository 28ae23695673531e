import type { Router } from 'vue-router'
import { isJson } from '../answers/stranger.ts'

/**
 * A screen that could not be fetched is not met with silence: while the server is away one is told so and can try again;
 * where it answers, another version stands there, and the page begins anew at the screen that was asked for.
 */
export function findLostScreens(router: Router): void {
  router.onError(async (_error, to, from) => {
    // A page that has only just begun would begin anew for ever.
    const begun = from.matched.length > 0
    const answers = await fetch('/api/health', { cache: 'no-store' }).then(
      (answer) => answer.ok && isJson(answer),
      () => false,
    )
    if (answers && begun) location.assign(to.fullPath)
    else await router.push({ name: 'unreachable', query: { next: to.fullPath } })
  })
}
