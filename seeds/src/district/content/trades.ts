import type { Trade } from './trade.ts'
import { CHEMICALS } from './trades/chemicals.ts'
import { PAPER } from './trades/paper.ts'

/** The district's mix of industries; shares are of 160. */
export const TRADES: readonly Trade[] = [PAPER, CHEMICALS]
