import type { ReceiptState } from '@onemap/api/domain/neighbour-notice'

interface Told {
  readonly recipients: readonly { readonly enterpriseId: string; readonly state: ReceiptState }[]
}

/** How many receipts stand how. */
export function tallyOf(notices: readonly Told[]): Readonly<Record<ReceiptState, number>> {
  const tally: Record<ReceiptState, number> = { 'not-told': 0, waiting: 0, late: 0, signed: 0 }
  for (const { recipients } of notices) for (const { state } of recipients) tally[state] += 1
  return tally
}

/** How many different enterprises are concerned. */
export const firmsOf = (notices: readonly Told[]): number =>
  new Set(notices.flatMap(({ recipients }) => recipients.map(({ enterpriseId }) => enterpriseId)))
    .size
