import { DomainError } from '../domain/errors.ts'
import type { Label } from '../domain/dictionary.ts'

const CONFLICTS = {
  'username-taken': { zh: '该用户名已被使用', en: 'This username is taken' },
  'id-number-taken': {
    zh: '该身份证号已登记在另一人名下',
    en: 'This identity number belongs to another person',
  },
  'already-appointed': {
    zh: '此人在该期间已有任职，请先办理交接',
    en: 'This person is appointed already in that period; hand over first',
  },
  'chief-taken': {
    zh: '该网格在该期间已有网格长，请先办理交接',
    en: 'This grid has a chief already in that period; hand over first',
  },
  'appointment-over': { zh: '该任职已结束', en: 'This appointment is over' },
  'not-yourself': { zh: '不能对自己的账号执行此操作', en: 'Not on your own account' },
  'successor-unfit': {
    zh: '接任人须为同一角色、未停用的其他人',
    en: 'The successor must be another person of the same role who is not suspended',
  },
} as const satisfies Record<string, Label>

/** What is there already forbids it. */
export class PeopleConflictError extends DomainError {
  override readonly name = 'PeopleConflictError'

  constructor(conflict: keyof typeof CONFLICTS) {
    super(conflict, 409, CONFLICTS[conflict])
  }
}

const THINGS = {
  person: { zh: '没有这个人员', en: 'There is no such person' },
  appointment: { zh: '没有这个任职', en: 'There is no such appointment' },
  session: { zh: '没有这个会话', en: 'There is no such session' },
} as const satisfies Record<string, Label>

export class NobodyThereError extends DomainError {
  override readonly name = 'NobodyThereError'

  constructor(what: keyof typeof THINGS) {
    super(`${what}-not-found`, 404, THINGS[what])
  }
}

/** A field names what does not exist, or lacks what it needs. */
export class BadFieldError extends DomainError {
  override readonly name = 'BadFieldError'

  constructor(field: string, text: Label) {
    super('bad-field', 400, text, [{ field, text }])
  }
}
