import type { Label } from '../domain/dictionary.ts'
import { DomainError } from '../domain/errors.ts'
import type { Barrier } from './scope.ts'

/** Nobody is signed in, or no longer. */
export class NotSignedInError extends DomainError {
  override readonly name = 'NotSignedInError'

  constructor() {
    super('not-signed-in', 401, {
      zh: '请先登录；登录可能已过期或已被结束',
      en: 'Sign in first; the session may have ended',
    })
  }
}

/** Somebody of another role may do this. */
export class RoleRefusedError extends DomainError {
  override readonly name = 'RoleRefusedError'

  constructor() {
    super('role-refused', 403, { zh: '您的角色无权执行此操作', en: 'Your role may not do this' })
  }
}

/** The row is read by many, but written only by the office whose it is. */
export class OtherOfficeError extends DomainError {
  override readonly name = 'OtherOfficeError'

  /** @param office its name; undefined where the refusal came before it was known */
  constructor(office?: string) {
    super('other-office', 403, {
      zh: `由${office ?? '其他科室'}负责，您只能查看`,
      en: `${office ?? 'Another office'} answers for it: you may only read`,
    })
  }
}

/** Signed in, but something has to be set right first. */
export class BarredError extends DomainError {
  override readonly name = 'BarredError'

  constructor(barrier: Barrier) {
    super(barrier, 403, BARRIERS[barrier])
  }
}

const BARRIERS = {
  'no-appointment': {
    zh: '您目前没有有效的任职，请联系系统管理员',
    en: 'You hold no valid appointment today; ask the administrator',
  },
  'password-change-required': { zh: '请先修改密码', en: 'Change your password first' },
  'two-factor-required': {
    zh: '您的角色须先启用两步验证',
    en: 'Your role requires two-factor sign-in: set it up first',
  },
} as const satisfies Record<Barrier, Label>
