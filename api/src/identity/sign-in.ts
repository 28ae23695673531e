import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'hono'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { heldBack } from '../domain/sign-in-limits.ts'
import { USERNAME } from '../domain/username.ts'
import type { AppDeps } from '../http/deps.ts'
import { readerOf, type AppEnv } from '../http/scope.ts'
import type { Auth } from './auth.ts'
import { countAttempt, findAccount, forgiveAttempt, type FailureKey } from './failures.ts'
import { forward } from './forward.ts'
import type { KnownDevices } from './known-devices.ts'
import { endSession, recordSignIn } from './queries.ts'
import { identityScope } from './reader.ts'
import { AuthRefusedError, SignInPausedError } from './refused.ts'

/** Stands for every name that nobody can have, so that such a name is refused as any other, and as slowly. */
const NOBODY = '_nobody'
const SecondFactor = z.object({ twoFactorRedirect: z.literal(true) })

interface Attempted {
  /** A second factor is still to be shown. */
  readonly secondFactor: boolean
}

/**
 * Signs somebody in by password. Whether or not there is such an account, the attempt is counted alike, before the
 * password is looked at, and refused alike; if the password is right the attempt is forgiven.
 * @throws SignInPausedError, AuthRefusedError
 */
export async function signIn(
  deps: AppDeps,
  auth: Auth,
  devices: KnownDevices,
  c: Context<AppEnv>,
  given: string,
  password: string,
): Promise<Attempted> {
  const began = performance.now()
  try {
    return await attempt(deps, auth, devices, c, USERNAME.test(given) ? given : NOBODY, password)
  } catch (error) {
    await wait(heldBack(performance.now() - began))
    throw error
  }
}

async function attempt(
  { database, now }: AppDeps,
  auth: Auth,
  devices: KnownDevices,
  c: Context<AppEnv>,
  username: string,
  password: string,
): Promise<Attempted> {
  const { scope, sessionId } = readerOf(c)
  const identity = identityScope(scope)
  const account = await database.scoped(identity, (tx) => findAccount(tx, username))
  const device = account && (await devices.idFor(c, account.id))
  const keys = keysOf(username, device, scope.requestIp)
  const counted = await database.scoped(identity, (tx) => countAttempt(tx, keys, now()))
  if ('pausedUntil' in counted) throw new SignInPausedError(counted.pausedUntil, now())
  const about = {
    table: 'users',
    key: account === undefined ? {} : { id: account.id },
    objectName: username,
  } as const
  try {
    const { body } = await forward(auth, c, {
      path: '/sign-in/username',
      // Who signs in elsewhere only has no password to compare; nobody's takes as long as a wrong one.
      body: { username: account?.hasPassword === false ? NOBODY : username, password },
    })
    const secondFactor = SecondFactor.safeParse(body).success
    await database.scoped(identity, async (tx) => {
      // The session of before, which somebody else may have planted in this browser, ends.
      if (sessionId !== null) await endSession(tx, sessionId)
      await forgiveAttempt(tx, keys)
      if (account !== undefined && !secondFactor) await recordSignIn(tx, account.id)
    })
    if (account !== undefined && !secondFactor) await devices.remember(c, account.id)
    return { secondFactor }
  } catch (error) {
    await database.scoped(identity, (tx) =>
      error instanceof AuthRefusedError
        ? recordFailure(tx, about, error.code, counted.pauses)
        : // What failed through a fault of ours is no wrong password.
          forgiveAttempt(tx, keys),
    )
    throw error
  }
}

/** A device that the person signed in on before answers for itself alone. In the order of their kinds. */
function keysOf(
  account: string,
  device: string | undefined,
  address: string | undefined,
): FailureKey[] {
  if (device !== undefined) return [{ kind: 'device', account, origin: device }]
  return [
    { kind: 'account', account, origin: '' },
    ...(address === undefined ? [] : [{ kind: 'address' as const, account: '', origin: address }]),
    { kind: 'pair', account, origin: address ?? '' },
  ]
}

async function recordFailure(
  tx: Tx,
  about: Pick<Parameters<typeof recordAct>[1], 'table' | 'key' | 'objectName'>,
  reason: string,
  pauses: boolean,
): Promise<void> {
  await recordAct(tx, {
    ...about,
    action: 'sign-in-failed',
    changes: { reason: { from: null, to: reason } },
  })
  if (pauses) await recordAct(tx, { ...about, action: 'lockout' })
}
