import { createHmac, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { AppDeps } from '../http/deps.ts'

const COOKIE = 'onemap.device'
/** Browsers keep no cookie longer than 400 days. */
const KEPT_SECONDS = 400 * 24 * 3600
/** People who share a computer, the last to sign in first. */
const MOST_PEOPLE = 20

/** A browser, and marks of who signed in there, that tell nothing to anybody without the secret. */
interface Device {
  readonly id: string
  readonly marks: readonly string[]
}

/**
 * Devices that people signed in on before. Who guesses passwords elsewhere can make an account pause, but not for them:
 * wrong passwords from such a device are counted by themselves.
 */
export function knownDevices({ authSecret, config }: Pick<AppDeps, 'authSecret' | 'config'>) {
  const markOf = (id: string, userId: string) =>
    createHmac('sha256', `${authSecret}:device`).update(`${id}:${userId}`).digest('base64url')

  async function deviceOf(c: Context): Promise<Device | undefined> {
    const value = await getSignedCookie(c, authSecret, COOKIE)
    if (!value) return undefined
    const [id = '', ...marks] = value.split('~')
    return { id, marks }
  }

  return {
    /** The device that a request comes from, where this person signed in on it before. */
    async idFor(c: Context, userId: string): Promise<string | undefined> {
      const device = await deviceOf(c)
      return device?.marks.includes(markOf(device.id, userId)) === true ? device.id : undefined
    },
    /** Notes that somebody signed in. */
    async remember(c: Context, userId: string): Promise<void> {
      const { id, marks } = (await deviceOf(c)) ?? { id: randomUUID(), marks: [] }
      const mark = markOf(id, userId)
      const kept = [mark, ...marks.filter((one) => one !== mark)].slice(0, MOST_PEOPLE)
      await setSignedCookie(c, COOKIE, [id, ...kept].join('~'), authSecret, {
        path: '/api/auth',
        httpOnly: true,
        sameSite: 'Lax',
        secure: config.publicOrigin?.startsWith('https:') ?? false,
        maxAge: KEPT_SECONDS,
      })
    },
  }
}

export type KnownDevices = ReturnType<typeof knownDevices>
