import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { EvidenceStore } from '../db/evidence-store.ts'
import type { Sealer } from '../db/sealed.ts'
import type { ErrorLog } from './errors.ts'

/** What every feature is given; nobody reaches for the environment or the clock. */
export interface AppDeps {
  readonly database: Database
  readonly config: Pick<
    Config,
    | 'tiandituToken'
    | 'mapApprovalNumber'
    | 'bureau'
    | 'dutyPhone'
    | 'publicOrigin'
    | 'trustProxy'
    | 'requireTwoFactor'
    | 'singleSignOn'
  >
  /** Where the bytes of photographs and documents lie. */
  readonly evidence: EvidenceStore
  /** Seals and unseals personal data. */
  readonly sealer: Sealer
  /** Signs session cookies and encrypts TOTP secrets. */
  readonly authSecret: string
  /** The present moment. Overdue, "today" and every date that is derived come from here. */
  readonly now: () => Date
  /** Version of the product. */
  readonly version: string
  /** Where failures that nobody foresaw are written. */
  readonly log: ErrorLog
  /** Aborted when the process is about to end: answers that go on for ever end then. */
  readonly stopping?: AbortSignal
}
