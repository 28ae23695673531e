import { enterpriseLedger } from './enterprises/ledger.ts'
import { hazardLedger } from './hazards/ledger.ts'
import type { Ledger } from './ledger.ts'
import { riskPointLedger } from './risk-points/ledger.ts'

/** Every kind of ledger by the name the command line and the template files use. */
export const LEDGERS = {
  enterprises: enterpriseLedger,
  'risk-points': riskPointLedger,
  hazards: hazardLedger,
} as const satisfies Readonly<Record<string, Ledger>>

export type LedgerName = keyof typeof LEDGERS
export const LEDGER_NAMES = [
  'enterprises',
  'risk-points',
  'hazards',
] as const satisfies readonly LedgerName[]
