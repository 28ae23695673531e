import type { ReceiptState } from '@onemap/api/domain/neighbour-notice'

interface Look {
  /** Pixels. */
  readonly width: number
  /** In widths of the line; absent: drawn through. */
  readonly dash?: readonly [drawn: number, left: number]
  readonly tone: 'accent' | 'label' | 'faintLabel'
  /** Radius of the circle at the recipient, in pixels. */
  readonly end: number
  readonly filled: boolean
}

/** How each state of a receipt is drawn, on maps and beside its word: by dash and shape, for the four hues belong to the levels. */
export const RECEIPT_LOOKS: Readonly<Record<ReceiptState, Look>> = {
  signed: { width: 2, tone: 'accent', end: 5, filled: true },
  waiting: { width: 1.5, dash: [4, 3], tone: 'label', end: 6, filled: false },
  late: { width: 3, dash: [2.4, 1.4], tone: 'label', end: 9, filled: false },
  'not-told': { width: 1.5, dash: [0.8, 3.2], tone: 'faintLabel', end: 3, filled: false },
}
