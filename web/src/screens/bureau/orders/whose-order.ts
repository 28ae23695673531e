import type { Label } from '@onemap/api/domain/dictionary'
import { ORDER_PARTS, ORDER_TRANSITIONS } from '@onemap/api/domain/supervision-order'
import type { Order } from './queries.ts'

/** Who is waited for, by the name of the office or enterprise, with the parts of its people; null once it is settled. */
export function whoseOrder(
  { status, officeName, enterpriseName }: Pick<Order, 'status' | 'officeName' | 'enterpriseName'>,
  term: (label: Label) => string,
): string | null {
  const parts = new Set(
    ORDER_TRANSITIONS.filter(
      ({ from, event }) => event !== 'withdraw' && from.some((one) => one === status),
    ).flatMap((next) => next.parts),
  )
  if (parts.size === 0) return null
  if (parts.has('office')) return officeName
  return `${enterpriseName} ${[...parts].map((part) => term(ORDER_PARTS[part])).join(' / ')}`
}
