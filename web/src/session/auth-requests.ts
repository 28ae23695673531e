import { parseResponse } from 'hono/client'
import { api, apiOfVisitors } from '../api.ts'

/** Requests before there is a session: their 401 means "wrong", not "ended". */
export const signInRequests = {
  /** @returns whether a second factor is still to be shown */
  password: async (username: string, password: string): Promise<{ secondFactor: boolean }> => {
    const { twoFactorRedirect } = await parseResponse(
      apiOfVisitors.auth['sign-in'].username.$post({ json: { username, password } }),
    )
    return { secondFactor: twoFactorRedirect }
  },
  totp: (code: string) =>
    parseResponse(apiOfVisitors.auth['two-factor']['verify-totp'].$post({ json: { code } })),
  backupCode: (code: string) =>
    parseResponse(apiOfVisitors.auth['two-factor']['verify-backup-code'].$post({ json: { code } })),
  /** @returns where the government's sign-on takes over */
  elsewhere: async (providerId: string, callbackURL: string): Promise<string> =>
    (
      await parseResponse(
        apiOfVisitors.auth['sign-in'].oauth2.$post({ json: { providerId, callbackURL } }),
      )
    ).url,
}

/** Requests about one's own account. A wrong password is answered with 400 here. */
export const accountRequests = {
  signOut: () => parseResponse(apiOfVisitors.auth['sign-out'].$post({ json: {} })),
  changePassword: (currentPassword: string, newPassword: string) =>
    parseResponse(api.auth['change-password'].$post({ json: { currentPassword, newPassword } })),
  enrol: (password: string) =>
    parseResponse(api.auth['two-factor'].enable.$post({ json: { password } })),
  /** The first code of the app: a wrong one is answered with 401 here too. */
  confirmEnrolment: (code: string) =>
    parseResponse(apiOfVisitors.auth['two-factor']['verify-totp'].$post({ json: { code } })),
  withdraw: (password: string) =>
    parseResponse(api.auth['two-factor'].disable.$post({ json: { password } })),
  newBackupCodes: async (password: string): Promise<readonly string[]> =>
    (
      await parseResponse(
        api.auth['two-factor']['generate-backup-codes'].$post({ json: { password } }),
      )
    ).backupCodes,
}
