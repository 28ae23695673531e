import { dayAfter } from '@onemap/api/domain/calendar'
import { orderDocumentNo } from '@onemap/api/domain/document-number'
import {
  applyOrderEvent,
  type OrderContext,
  type OrderEvent,
  type OrderPart,
  type OrderState,
} from '@onemap/api/domain/supervision-order'
import { todayInChina } from '@onemap/api/domain/overdue'
import { afterWork, instant, WORKDAY } from '../calendar.ts'
import type { Random } from '../random.ts'

/** The hazard an order is about, and who answers. */
export interface OrderSubject {
  readonly enterpriseId: string
  readonly hazardId: string
  readonly description: string
  readonly official: string
  readonly safetyOfficer: string
  readonly principal: string
}

/** One step as it goes into the table. */
export interface OrderStep {
  readonly type: OrderEvent
  readonly from: OrderState['status'] | null
  readonly to: OrderState['status']
  readonly actor: string
  readonly part: OrderPart
  readonly at: Date
  readonly text: string | null
  readonly deadline: string | null
}

export interface OrderLife {
  readonly id: string
  readonly subject: OrderSubject
  readonly title: string
  readonly requirement: string
  readonly state: OrderState
  readonly steps: readonly OrderStep[]
}

const REQUIREMENTS = [
  '请立即组织整改，整改期间落实防范措施，超期未改的依法处理。办结后书面回复，附整改前后照片。',
  '请主要负责人牵头，三日内报整改方案，期限内完成治理并申请复查。',
  '请查明超期原因，明确责任人和完成时限，每三日报告一次进展。',
]
const PROGRESS = [
  '配件已到货，正在安装调试。',
  '已停用相关设备，施工单位进场作业。',
  '整改方案已审定，资金已落实。',
]
const REPLIES = [
  '已按要求完成整改，附整改前后照片和验收记录。',
  '整改完成，已组织内部验收并对有关人员进行培训。',
]
const RETURNS = ['未见整改后照片，请补充后重新回复。', '只完成临时措施，根本问题未解决，退回重办。']

/** How far orders get; the first always gets to be issued. */
const COURSES: readonly (readonly [readonly OrderEvent[], number])[] = [
  [[], 3],
  [['sign'], 2],
  [['sign', 'progress'], 3],
  [['sign', 'progress', 'reply'], 3],
  [['sign', 'reply', 'return'], 2],
  [['sign', 'progress', 'reply', 'accept'], 4],
]

/** Issues an order and lets it get as far as chance and the day allow. @param asOf everything happens before this day */
export function liveOrder(random: Random, subject: OrderSubject, asOf: string): OrderLife {
  const title = `督促整改：${subject.description}`.slice(0, 120)
  const requirement = random.pick(REQUIREMENTS)
  const issuedOn = dayAfter(asOf, -random.int(2, 24))
  const steps: OrderStep[] = []
  let at = instant(issuedOn, random.int(8 * 60 + 30, 16 * 60))
  let state: OrderState | null = null

  function take(
    type: OrderEvent,
    actor: string,
    part: OrderPart,
    context: Omit<OrderContext, 'at'>,
  ): OrderState {
    const before: OrderState | null = state
    const outcome = applyOrderEvent(before, type, [part], { ...context, at })
    if (!outcome.ok) throw new Error(`${type} is refused: ${JSON.stringify(outcome)}`)
    const deadline = outcome.state.deadline === before?.deadline ? null : outcome.state.deadline
    steps.push({
      type,
      from: before?.status ?? null,
      to: outcome.state.status,
      actor,
      part,
      at,
      text: context.text ?? context.requirement ?? null,
      deadline,
    })
    return outcome.state
  }

  const enterprise = random.chance(0.7)
    ? { name: subject.safetyOfficer, part: 'safety-officer' as const }
    : { name: subject.principal, part: 'principal' as const }
  const TEXTS: Readonly<Partial<Record<OrderEvent, readonly string[]>>> = {
    progress: PROGRESS,
    reply: REPLIES,
    return: RETURNS,
    accept: ['情况属实，同意办结。'],
  }
  state = take('issue', subject.official, 'office', {
    title,
    requirement,
    documentNo: orderDocumentNo(asOf.slice(0, 4), 1),
    deadline: dayAfter(issuedOn, random.pick([5, 7, 10, 15])),
  })
  for (const type of random.weighted(COURSES)) {
    at = afterWork(at, random.int(WORKDAY / 4, WORKDAY * 3))
    if (todayInChina(at) >= asOf) break
    const texts = TEXTS[type]
    const context = texts === undefined ? {} : { text: random.pick(texts) }
    state =
      type === 'return' || type === 'accept'
        ? take(type, subject.official, 'office', context)
        : take(type, enterprise.name, enterprise.part, context)
  }
  return { id: random.uuid(), subject, title, requirement, state, steps }
}
