import * as z from 'zod/mini'
import { sessionFetch, type Refusal } from '../api.ts'

/** The sign-in service refused; `code` is its own word for why. */
export class AuthRefusedError extends Error {
  override readonly name = 'AuthRefusedError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** ISO time until which the account is locked; null when it is not. */
    readonly lockedUntil: string | null,
  ) {
    super(message)
  }
}

/** Why the sign-in service refused, as other refusals are told; null if it did not answer. */
export function authRefusal(error: unknown): Refusal | null {
  if (!(error instanceof AuthRefusedError)) return null
  return { status: error.status, code: error.code, message: error.message, fields: {} }
}

const PREFIX = 'urn:onemap:problem:'
const Told = z.object({
  code: z.optional(z.string()),
  type: z.optional(z.string()),
  message: z.optional(z.string()),
  detail: z.optional(z.string()),
  lockedUntil: z.optional(z.nullable(z.string())),
})
const SignedIn = z.object({ twoFactorRedirect: z.optional(z.boolean()) })
const Enrolment = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) })
const BackupCodes = z.object({ backupCodes: z.array(z.string()) })
const Elsewhere = z.object({ url: z.url() })

async function refusal(response: Response): Promise<AuthRefusedError> {
  const told = Told.safeParse(await response.json().catch(() => ({})))
  const { code, type, message, detail, lockedUntil } = told.data ?? {}
  const word = type?.startsWith(PREFIX) === true ? type.slice(PREFIX.length) : (code ?? '')
  return new AuthRefusedError(response.status, word.toLowerCase().replaceAll('_', '-'), detail ?? message ?? '', lockedUntil ?? null)
}

/** One request to the sign-in service. A plain fetch: its own client weighs 13 kB for the ten requests that are made here. */
async function post<Answer>(path: string, body: Readonly<Record<string, unknown>>, answer: z.ZodMiniType<Answer>, request: typeof fetch): Promise<Answer> {
  const response = await request(`/api/auth/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw await refusal(response)
  return z.parse(answer, await response.json().catch(() => ({})))
}

const Anything = z.unknown()
const bare: typeof fetch = (input, init) => fetch(input, init)

/** Requests before there is a session: their 401 means "wrong", not "ended". */
export const signInRequests = {
  /** @returns whether a second factor is still to be shown */
  password: async (username: string, password: string): Promise<{ secondFactor: boolean }> => {
    const { twoFactorRedirect } = await post('sign-in/username', { username, password }, SignedIn, bare)
    return { secondFactor: twoFactorRedirect === true }
  },
  totp: (code: string) => post('two-factor/verify-totp', { code }, Anything, bare),
  backupCode: (code: string) => post('two-factor/verify-backup-code', { code }, Anything, bare),
  /** @returns where the government's sign-on takes over */
  elsewhere: async (providerId: string, callbackURL: string): Promise<string> => (await post('sign-in/oauth2', { providerId, callbackURL, errorCallbackURL: '/sign-in?error=oidc' }, Elsewhere, bare)).url,
}

/** Requests about one's own account. A wrong password is answered with 400 here. */
export const accountRequests = {
  signOut: () => post('sign-out', {}, Anything, bare),
  changePassword: (currentPassword: string, newPassword: string) => post('change-password', { currentPassword, newPassword, revokeOtherSessions: true }, Anything, sessionFetch),
  enrol: (password: string) => post('two-factor/enable', { password }, Enrolment, sessionFetch),
  confirmEnrolment: (code: string) => post('two-factor/verify-totp', { code }, Anything, bare),
  withdraw: (password: string) => post('two-factor/disable', { password }, Anything, sessionFetch),
  newBackupCodes: async (password: string): Promise<readonly string[]> => (await post('two-factor/generate-backup-codes', { password }, BackupCodes, sessionFetch)).backupCodes,
}
