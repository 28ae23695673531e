import { offlineDatabase } from './database.ts'
import type { KeptPhoto, Returned } from './visit-draft.ts'

/** A hazard that somebody of the grid is reporting outside a visit, kept on the device at every step. */
export interface KeptReport {
  readonly account: string
  /** `new`, or the id of a hazard that was handed in and came back. */
  readonly slot: string
  /** What is typed, by field. */
  readonly texts: Readonly<Record<string, string>>
  readonly photos: readonly KeptPhoto[]
  /** When it was begun, by the device's clock: that is when it was found. */
  readonly foundAt: Date
  readonly returned: Returned | null
}

export const NEW_REPORT = 'new'

export async function readReport(account: string, slot: string): Promise<KeptReport | undefined> {
  return (await offlineDatabase()).get('reports', [account, slot])
}

export async function writeReport(report: KeptReport): Promise<void> {
  await (await offlineDatabase()).put('reports', report)
}

/** Reports that came back and are being changed. */
export async function changingReports(account: string): Promise<KeptReport[]> {
  const range = IDBKeyRange.bound([account], [account, []])
  const reports = await (await offlineDatabase()).getAll('reports', range)
  return reports.filter(({ slot }) => slot !== NEW_REPORT)
}

export async function dropReport(account: string, slot: string): Promise<void> {
  await (await offlineDatabase()).delete('reports', [account, slot])
}
