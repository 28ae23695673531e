import { offlineDatabase } from './database.ts'
import type { VisitDraft } from './visit-draft.ts'

/** Key of a visit that is being made. */
export const openDraft = ({
  account,
  enterpriseId,
}: Pick<VisitDraft, 'account' | 'enterpriseId'>): [string, string] => [account, enterpriseId]

/** The visit somebody is making at an object; undefined if none is begun. */
export async function readDraft(
  account: string,
  enterpriseId: string,
): Promise<VisitDraft | undefined> {
  return (await offlineDatabase()).get('drafts', [account, enterpriseId])
}

/** Objects at which somebody has begun a visit. */
export async function begunVisits(account: string): Promise<string[]> {
  const keys = await (
    await offlineDatabase()
  ).getAllKeys('drafts', IDBKeyRange.bound([account], [account, []]))
  return keys.map(([, enterpriseId]) => enterpriseId)
}

export async function writeDraft(draft: VisitDraft): Promise<void> {
  await (await offlineDatabase()).put('drafts', draft)
}

export async function dropDraft(account: string, enterpriseId: string): Promise<void> {
  await (await offlineDatabase()).delete('drafts', [account, enterpriseId])
}
