import { DomainError } from '../domain/errors.ts'
import {
  NOTICE_EVENTS,
  NOTICE_PART_CODES,
  NOTICE_PARTS,
  NOTICE_STATUSES,
  noticeGuardProblems,
  type NoticeEvent,
  type NoticeGuard,
  type NoticeStatus,
} from '../domain/neighbour-notice.ts'

/** What stands now where somebody acted on something older. */
export interface NoticeStanding {
  readonly id: string
  readonly status: NoticeStatus
  readonly version: number
}

/** The notice is no longer what the sender saw, or has never allowed it. */
export class NoticeStateError extends DomainError {
  override readonly name = 'NoticeStateError'

  constructor(
    event: NoticeEvent,
    { id, status, version }: NoticeStanding,
    possible: readonly NoticeEvent[],
  ) {
    super(
      'notice-state',
      409,
      {
        zh: `告知书现为“${NOTICE_STATUSES[status].zh}”或已有变动，未执行“${NOTICE_EVENTS[event].zh}”，请核对现在的内容`,
        en: `The notice is now “${NOTICE_STATUSES[status].en}”, or has changed: “${NOTICE_EVENTS[event].en}” was not done. Look at what stands now`,
      },
      [
        {
          field: 'version',
          text: { zh: '已有变动', en: 'It has changed' },
          expected: String(version),
        },
      ],
      { noticeId: id, noticeStatus: status, version, possible },
    )
  }
}

/** Others of the enterprise do this. */
export class NoticePartError extends DomainError {
  override readonly name = 'NoticePartError'

  constructor() {
    super(
      'notice-role',
      403,
      {
        zh: `告知书由本企业${NOTICE_PART_CODES.map((part) => NOTICE_PARTS[part].zh).join('、')}办理`,
        en: `Notices are for: ${NOTICE_PART_CODES.map((part) => NOTICE_PARTS[part].en).join(', ')}, of the enterprise itself`,
      },
      [],
      { roles: NOTICE_PART_CODES },
    )
  }
}

/** Something is missing or wrong; each field says what. */
export class NoticeGuardError extends DomainError {
  override readonly name = 'NoticeGuardError'

  constructor(noticeId: string, guards: readonly NoticeGuard[]) {
    super(
      'notice-guard',
      422,
      { zh: '还不能办理，请补正标出的内容', en: 'Not yet: put right what is marked' },
      noticeGuardProblems(guards),
      { noticeId, guards },
    )
  }
}

/** Some who were added by hand are not there, or too far to be neighbours. */
export class UnknownRecipientError extends DomainError {
  override readonly name = 'UnknownRecipientError'

  constructor(rows: readonly number[]) {
    const text = {
      zh: '没有这家企业，或距风险点超过20公里',
      en: 'There is no such enterprise, or it is over 20 km away',
    }
    super(
      'recipient-unknown',
      422,
      text,
      rows.map((row) => ({ field: `byHand.${row}.enterpriseId`, text })),
    )
  }
}

/** A point that was never assessed says nothing to tell, and one of which a draft waits needs no other. */
export class NothingToDraftError extends DomainError {
  override readonly name = 'NothingToDraftError'

  constructor() {
    super('notice-not-drafted', 409, {
      zh: '该风险点已有待审签的告知书，或尚未评价',
      en: 'A draft of this point is waiting, or the point is not assessed yet',
    })
  }
}

/** Somebody signed before, or the copy is no longer in force. */
export class ReceiptStateError extends DomainError {
  override readonly name = 'ReceiptStateError'

  constructor(standing: {
    readonly status: string
    readonly signedByName: string | null
    readonly signedAt: string | null
  }) {
    const { signedByName } = standing
    super(
      'receipt-state',
      409,
      signedByName === null
        ? {
            zh: '这份告知书已更新或撤回，无需签收',
            en: 'This notice was superseded or withdrawn: there is nothing to sign',
          }
        : { zh: `${signedByName} 已签收`, en: `${signedByName} has signed already` },
      [],
      { standing },
    )
  }
}

/** A receipt is signed by name: the signer's own. */
export class SignatureNameError extends DomainError {
  override readonly name = 'SignatureNameError'

  constructor(name: string) {
    const text = {
      zh: '签名须与本人账号姓名一致',
      en: 'Sign with your own name, as your account has it',
    }
    super('signature-name', 422, text, [{ field: 'name', text, expected: name }])
  }
}
