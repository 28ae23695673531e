import type { Tx } from './database.ts'
import {
  supervisionOrderEvents,
  supervisionOrderEvidence,
  supervisionOrders,
} from './schema/supervision.ts'
import { evidenceId } from './test-fixture-evidence.ts'
import { idOf, NOW, placeOf } from './test-fixture-places.ts'

/** Enterprises that have one supervision order each, issued and in time. */
const OWNERS = [1, 3, 5] as const

/** Plants the orders with their first step and its attachment. */
export async function plantOrders(tx: Tx): Promise<void> {
  const orders = OWNERS.map((number) => ({
    ...placeOf(number),
    id: idOf('e6', number),
    evidenceId: evidenceId(number),
  }))
  await tx.insert(supervisionOrders).values(
    orders.map((order, index) => ({
      ...order,
      documentNo: `台经信督〔2025〕${index + 1}号`,
      title: '年度督办',
      requirement: '报告整改情况',
      status: 'issued' as const,
      deadline: '2026-12-31',
      issuedByName: '张三',
      issuedAt: new Date(NOW.getTime() - 86_400_000),
      lastSeq: 1,
    })),
  )
  const steps = orders.map((order) => ({ ...order, orderId: order.id, seq: 1 }))
  await tx.insert(supervisionOrderEvents).values(
    steps.map((step) => ({
      ...step,
      type: 'issue' as const,
      toStatus: 'issued' as const,
      actorName: '张三',
      actorRole: 'office' as const,
      occurredAt: NOW,
    })),
  )
  await tx.insert(supervisionOrderEvidence).values(steps)
}
