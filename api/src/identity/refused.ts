import type { Label } from '../domain/dictionary.ts'
import { DomainError } from '../domain/errors.ts'
import { secondsUntil, whenAgain } from '../domain/when-again.ts'

/** What better-auth refuses for, by its own codes. Others are told in its English. */
const TEXTS: Readonly<Record<string, Label>> = {
  INVALID_USERNAME_OR_PASSWORD: { zh: '用户名或密码不正确', en: 'Wrong username or password' },
  INVALID_USERNAME: { zh: '用户名或密码不正确', en: 'Wrong username or password' },
  BANNED_USER: {
    zh: '该账号已停用，请联系系统管理员',
    en: 'This account is suspended; ask the administrator',
  },
  INVALID_PASSWORD: { zh: '密码不正确', en: 'Wrong password' },
  INVALID_CODE: { zh: '验证码不正确', en: 'Wrong code' },
  INVALID_BACKUP_CODE: { zh: '备用码不正确或已用过', en: 'Wrong or used backup code' },
  INVALID_TWO_FACTOR_COOKIE: {
    zh: '验证已过期，请重新登录',
    en: 'This took too long; sign in again',
  },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: {
    zh: '尝试次数过多，请重新登录',
    en: 'Too many attempts; sign in again',
  },
  ACCOUNT_TEMPORARILY_LOCKED: {
    zh: '验证码错误次数过多，请稍后再试',
    en: 'Too many wrong codes; try again later',
  },
  TOTP_NOT_ENABLED: { zh: '尚未启用两步验证', en: 'Two-factor sign-in is not set up' },
  TOTP_ALREADY_ENABLED: { zh: '两步验证已启用', en: 'Two-factor sign-in is set up already' },
  CREDENTIAL_ACCOUNT_NOT_FOUND: {
    zh: '该账号没有密码，请使用统一身份认证',
    en: 'This account has no password; use single sign-on',
  },
}

/** Too many wrong passwords: for a while none is looked at. */
export class SignInPausedError extends DomainError {
  override readonly name = 'SignInPausedError'

  constructor(until: Date, now: Date) {
    const when = whenAgain(until, now)
    super(
      'sign-in-paused',
      429,
      {
        zh: `密码错误次数过多，请${when.zh}再试；忘记密码请联系系统管理员`,
        en: `Too many wrong passwords: try again ${when.en}; if you forgot yours, ask the administrator`,
      },
      [],
      { retryAt: until.toISOString() },
      secondsUntil(until, now),
    )
  }
}

/** Signing in or a change to one's account was refused; `code` says why, such as `invalid-code`. */
export class AuthRefusedError extends DomainError {
  override readonly name = 'AuthRefusedError'

  constructor(status: number, code: string, message: string) {
    super(
      code.toLowerCase().replaceAll('_', '-'),
      status,
      TEXTS[code] ?? { zh: message, en: message },
    )
  }
}
