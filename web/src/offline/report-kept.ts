import { offlineDatabase } from './database.ts'
import type { KeptReport } from './kept-report.ts'

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
