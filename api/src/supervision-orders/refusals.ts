import { DomainError } from '../domain/errors.ts'
import { HAZARD_ROLES } from '../domain/hazard-roles.ts'
import {
  ORDER_EVENTS,
  ORDER_STATUSES,
  orderGuardProblems,
  type OrderEvent,
  type OrderGuard,
  type OrderPart,
  type OrderStatus,
} from '../domain/supervision-order.ts'

/** What stands now where somebody acted on something older. */
export interface Standing {
  readonly status: OrderStatus
  readonly lastSeq: number
  readonly possible: readonly OrderEvent[]
  /** Events the sender had not seen. */
  readonly since: readonly unknown[]
}

/** Somebody was faster, or the order has never allowed it. */
export class OrderStateError extends DomainError {
  override readonly name = 'OrderStateError'

  constructor(event: OrderEvent, standing: Standing) {
    super(
      'order-state',
      409,
      {
        zh: `督办单现为“${ORDER_STATUSES[standing.status].zh}”，未执行“${ORDER_EVENTS[event].zh}”`,
        en: `The order is now “${ORDER_STATUSES[standing.status].en}”: “${ORDER_EVENTS[event].en}” was not done`,
      },
      [],
      {
        orderStatus: standing.status,
        lastSeq: standing.lastSeq,
        possible: standing.possible,
        since: standing.since,
      },
    )
  }
}

/** Others do this. */
export class OrderPartError extends DomainError {
  override readonly name = 'OrderPartError'

  constructor(event: OrderEvent, parts: readonly OrderPart[]) {
    super(
      'order-role',
      403,
      {
        zh: `“${ORDER_EVENTS[event].zh}”由${parts.map((part) => HAZARD_ROLES[part].zh).join('、')}办理`,
        en: `“${ORDER_EVENTS[event].en}” is for: ${parts.map((part) => HAZARD_ROLES[part].en).join(', ')}`,
      },
      [],
      { roles: parts },
    )
  }
}

/** Something is missing or wrong; each field says what. */
export class OrderGuardError extends DomainError {
  override readonly name = 'OrderGuardError'

  constructor(guards: readonly OrderGuard[]) {
    super(
      'order-guard',
      422,
      { zh: '还不能办理，请补正标出的内容', en: 'Not yet: put right what is marked' },
      orderGuardProblems(guards),
    )
  }
}

/** The enterprise already has an order of that number. */
export class DocumentNoTakenError extends DomainError {
  override readonly name = 'DocumentNoTakenError'

  constructor() {
    const text = {
      zh: '该企业已有同一文号的督办单',
      en: 'The enterprise already has an order of this number',
    }
    super('document-no-taken', 409, text, [{ field: 'documentNo', text }])
  }
}

/** Evidence that is not there, or not of this enterprise. */
export class UnknownEvidenceError extends DomainError {
  override readonly name = 'UnknownEvidenceError'

  constructor() {
    const text = {
      zh: '有材料未上传成功，请重新上传',
      en: 'Some evidence was not handed in: upload it again',
    }
    super('evidence-unknown', 422, text, [{ field: 'evidence', text }])
  }
}
