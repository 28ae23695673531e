import type { Context } from 'hono'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { LOCKOUT_MINUTES, MAX_FAILED_SIGN_INS } from '../domain/sign-in-limits.ts'
import { USERNAME } from '../domain/username.ts'
import type { AppDeps } from '../http/deps.ts'
import { AccountLockedError } from '../http/refusals.ts'
import { readerOf, type AppEnv } from '../http/scope.ts'
import type { Auth } from './auth.ts'
import { forward } from './forward.ts'
import { countAttempt, endSession, forgiveAttempts, recordSignIn, type Attempt } from './queries.ts'
import { identityScope } from './reader.ts'
import { AuthRefusedError } from './refused.ts'

/** Stands for every name that nobody can have, so that such a name is refused as any other, and as slowly. */
const NOBODY = '_nobody'
const LIMITS = { attempts: MAX_FAILED_SIGN_INS, minutes: LOCKOUT_MINUTES }
const SecondFactor = z.object({ twoFactorRedirect: z.literal(true) })

/**
 * Signs somebody in by password. The attempt is counted before the password is looked at, and forgiven if it is right.
 * @returns whether a second factor is still to be shown
 * @throws AccountLockedError, AuthRefusedError
 */
export async function signIn(
  { database, now }: AppDeps,
  auth: Auth,
  c: Context<AppEnv>,
  given: string,
  password: string,
): Promise<boolean> {
  const username = USERNAME.test(given) ? given : NOBODY
  const { scope, sessionId } = readerOf(c)
  const identity = identityScope(scope)
  const attempt = await database.scoped(identity, (tx) => countAttempt(tx, username, now(), LIMITS))
  if (attempt?.counted === false && attempt.lockedUntil !== null)
    throw new AccountLockedError(attempt.lockedUntil)
  try {
    const { body } = await forward(auth, c, {
      path: '/sign-in/username',
      body: { username, password },
    })
    const secondFactor = SecondFactor.safeParse(body).success
    await database.scoped(identity, async (tx) => {
      // The session of before, which somebody else may have planted in this browser, ends.
      if (sessionId !== null) await endSession(tx, sessionId)
      if (attempt === undefined) return
      await forgiveAttempts(tx, attempt.id)
      if (!secondFactor) await recordSignIn(tx, attempt.id)
    })
    return secondFactor
  } catch (error) {
    if (error instanceof AuthRefusedError)
      await database.scoped(identity, (tx) => recordFailure(tx, username, error.code, attempt))
    throw error
  }
}

async function recordFailure(
  tx: Tx,
  username: string,
  reason: string,
  attempt: Attempt | undefined,
): Promise<void> {
  const about = {
    table: 'users',
    key: attempt === undefined ? {} : { id: attempt.id },
    objectName: username,
  } as const
  await recordAct(tx, {
    ...about,
    action: 'sign-in-failed',
    changes: { reason: { from: null, to: reason } },
  })
  if (attempt?.locks) await recordAct(tx, { ...about, action: 'lockout' })
}
