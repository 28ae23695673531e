import { z } from 'zod'
import { POSITION_CODES } from '../domain/position.ts'
import { ROLE_CODES } from '../domain/role.ts'
import { formatted, line, parameterText, secret } from '../http/text-input.ts'

/** Who is signed in. */
export const Me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    username: z.string().nullable(),
    role: z.enum(ROLE_CODES),
    position: z.enum(POSITION_CODES).optional(),
    officeId: z.uuid().optional(),
    enterpriseId: z.uuid().optional(),
    gridIds: z.array(z.uuid()).optional(),
    mustChangePassword: z
      .boolean()
      .meta({ description: 'Until then everything else answers 403 password-change-required' }),
    twoFactorEnabled: z.boolean(),
    twoFactorRequired: z.boolean().meta({
      description:
        'The role demands it; until enabled everything else answers 403 two-factor-required',
    }),
    demo: z.boolean().meta({ description: 'A demonstration account' }),
  })
  .meta({ id: 'Me' })

/** What the sign-in screen needs to know before anybody is signed in. */
export const SignInOptions = z
  .object({
    demoAccounts: z
      .array(z.object({ username: z.string(), name: z.string(), role: z.enum(ROLE_CODES) }))
      .meta({ description: 'Only on demonstration data' }),
    demoPassword: z.string().nullable(),
    singleSignOn: z.object({ providerId: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'SignInOptions' })

const password = secret(200)
const oneTimeCode = secret(40)

export const Credentials = z.object({ username: line(100), password })
export const SignInAnswer = z.object({
  twoFactorRedirect: z.boolean().meta({
    description: 'A second factor is still to be shown: verify-totp or verify-backup-code',
  }),
})
export const PasswordChange = z.object({ currentPassword: password, newPassword: password })
export const PasswordOnly = z.object({ password })
export const Code = z.object({ code: oneTimeCode })
export const Enrolment = z.object({
  totpURI: z.string().meta({ description: 'otpauth:// address for an authenticator app' }),
  backupCodes: z.array(z.string()),
})
export const BackupCodes = z.object({ backupCodes: z.array(z.string()) })
export const Done = z.object({ success: z.literal(true) })

/** Paths of this site, no others. */
const ownPath = formatted(/^\/(?![/\\])/)
export const SingleSignOnRequest = z.object({
  providerId: line(40),
  callbackURL: ownPath.default('/'),
  errorCallbackURL: ownPath.default('/sign-in?error=oidc'),
})
/** What OpenID Connect providers add to the address of the way back. */
const told = parameterText().max(4000).optional()
export const CallbackQuery = z.object({
  code: told,
  state: told,
  iss: told,
  error: told,
  error_description: told,
})
export const SingleSignOnAnswer = z.object({ url: z.url() })
