import { DomainError } from '../domain/errors.ts'
import type { SignOff } from './schema.ts'

const DONE = {
  approved: { zh: '批准', en: 'approved' },
  refused: { zh: '决定不予批准', en: 'refused' },
  withdrawn: { zh: '撤回', en: 'taken back' },
} as const

/** Somebody was faster; says who, and what they decided. */
export class SignOffSettledError extends DomainError {
  override readonly name = 'SignOffSettledError'

  constructor({ state, decidedByName, decidedByPost }: SignOff) {
    const who = `${decidedByPost ?? ''}${decidedByName ?? ''}`
    super(
      'sign-off-settled',
      409,
      state === 'pending'
        ? { zh: '此事项不由您处理', en: 'It is not yours to settle' }
        : {
            zh: `此事项已由${who}${DONE[state].zh}，您的意见未提交`,
            en: `It was ${DONE[state].en} by ${who} already; your decision was not taken`,
          },
      [],
      { state },
    )
  }
}

/** Whoever refuses says why. */
export class SignOffWordError extends DomainError {
  override readonly name = 'SignOffWordError'

  constructor() {
    const text = { zh: '不批准须说明理由', en: 'Say why it is refused' }
    super('sign-off-word', 422, text, [{ field: 'word', text }])
  }
}
