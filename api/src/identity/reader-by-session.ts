import type { Context } from 'hono'
import { getSignedCookie } from 'hono/cookie'
import { todayInChina } from '../domain/overdue.ts'
import { IDLE_MINUTES } from '../domain/sign-in-limits.ts'
import { clientIp } from '../http/client-ip.ts'
import type { AppDeps } from '../http/deps.ts'
import type { Reader, ReaderResolver } from '../http/scope.ts'
import type { Auth } from './auth.ts'
import { endSession, findBySession, findByToken, touchSession, type SignedIn } from './queries.ts'
import { publicReader, readerOfPerson } from './reader.ts'

const MINUTE_MS = 60_000

/**
 * Finds out who sends a request by its session cookie, in one transaction. A session that is past its end, that
 * nobody used for too long or whose person was suspended is deleted on sight and counts as none.
 */
export function readerBySession(
  { database, config, authSecret, now }: AppDeps,
  auth: Auth,
): ReaderResolver {
  async function tokenOf(c: Context): Promise<string | undefined> {
    const { authCookies } = await auth.$context
    return (await getSignedCookie(c, authSecret, authCookies.sessionToken.name)) || undefined
  }

  return async (c) => {
    const requestIp = clientIp(c, config.trustProxy)
    const token = await tokenOf(c)
    if (token === undefined) return publicReader(requestIp)
    const at = now()
    const person = await database.scoped(
      { audience: 'identity', ...(requestIp === undefined ? {} : { requestIp }) },
      async (tx) => {
        const found = await findByToken(tx, token, todayInChina(at))
        if (found === undefined) return undefined
        if (isOver(found, at)) return void (await endSession(tx, found.sessionId))
        // Once a minute is exact enough, and spares a write on most requests.
        if (at.getTime() - found.usedAt.getTime() >= MINUTE_MS)
          await touchSession(tx, found.sessionId, at)
        return found
      },
    )
    return person === undefined
      ? publicReader(requestIp)
      : readerOfPerson(person, config.requireTwoFactor, requestIp)
  }
}

/**
 * Finds out who a session stands for now, without counting it as used: an answer that goes on for hours keeps no
 * session alive. @returns undefined when it has ended
 */
export function readerAgain({
  database,
  config,
  now,
}: AppDeps): (sessionId: string) => Promise<Reader | undefined> {
  return async (sessionId) => {
    const at = now()
    const person = await database.reading({ audience: 'identity' }, (tx) =>
      findBySession(tx, sessionId, todayInChina(at)),
    )
    return person === undefined || isOver(person, at)
      ? undefined
      : readerOfPerson(person, config.requireTwoFactor, undefined)
  }
}

function isOver({ suspended, expiresAt, usedAt }: SignedIn, at: Date): boolean {
  return suspended || expiresAt <= at || at.getTime() - usedAt.getTime() > IDLE_MINUTES * MINUTE_MS
}
