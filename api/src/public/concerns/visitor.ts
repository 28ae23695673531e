import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppDeps } from '../../http/deps.ts'

const COOKIE = 'onemap.visitor'
const KEPT_SECONDS = 24 * 3600

/**
 * Tells the telephones and computers behind one address from each other while they report. The number is made up, is on
 * no record and goes after a day; whoever sends none is one of many at the address.
 */
export function visitors({ authSecret, config }: Pick<AppDeps, 'authSecret' | 'config'>) {
  const secret = `${authSecret}:visitor`
  const idOf = async (c: Context) => (await getSignedCookie(c, secret, COOKIE)) || undefined
  return {
    idOf,
    /** Gives a number to who has none. */
    async greet(c: Context): Promise<void> {
      if ((await idOf(c)) !== undefined) return
      await setSignedCookie(c, COOKIE, randomUUID(), secret, {
        path: '/public',
        httpOnly: true,
        sameSite: 'Lax',
        secure: config.publicOrigin?.startsWith('https:') ?? false,
        maxAge: KEPT_SECONDS,
      })
    },
  }
}
